import { expect, type Page, test } from '@playwright/test';
import { drawn, looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // looks are taken in light and in dark

const sections = ['Récence et fréquence', 'Segments RFM', /^Mouvements depuis/, 'Concentration', 'Fidélité par mois d’arrivée'];

/** Follows the first number of a section, and comes back; once more where figures were worked out anew between the two looks. */
async function follow(page: Page, section: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/superadmin/portfolio');
    const number = page.getByRole('region', { name: section }).first().locator('td a, li a').first();
    // A cell also says whom it counts, to who does not see where it stands.
    const told = await number.locator('b').or(number).last().innerText();
    await number.click();
    await expect(page).toHaveURL(/\/customers\?figures=/);
    await drawn(page);
    await expect(page.locator('h1 + span')).toHaveText(told, { timeout: 5_000 });
  }).toPass();
  await expect(page.getByRole('button', { name: /^Segment RFM / })).toBeVisible();
}

test('all customers at a glance, and behind each number those it counts', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin');
  if (!isMobile) await page.getByRole('link', { name: 'Portefeuille' }).click();
  else await page.goto('/superadmin/portfolio');
  await expect(page.getByRole('heading', { name: 'Portefeuille' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Segments RFM' })).toBeVisible();
  await looksRight(page);
  for (const section of sections) await follow(page, section);
  await follow(page, 'Prévision à 12 mois');
  await page.goto('/superadmin/portfolio');
  const buyers = page.getByRole('link', { name: 'Clients acheteurs' });
  await buyers.click();
  await expect(page.getByText(/ont commandé, au/).first()).toBeVisible();
  await looksRight(page);
});

test('another day and another span are asked for in the address', async ({ page }) => {
  await signIn(page, 'superadmin', '/portfolio');
  await expect(page.getByRole('region', { name: 'Segments RFM' })).toBeVisible();
  await page.getByText('1 an', { exact: true }).click();
  await expect(page).toHaveURL(/span=365/);
  await page.getByLabel('Au', { exact: true }).fill('2020-01-01');
  await expect(page.getByText('Aucune commande confirmée')).toBeVisible();
  await looksRight(page);
});

test('it is all worked out anew when asked', async ({ page }) => {
  await signIn(page, 'superadmin', '/portfolio');
  await page.getByRole('button', { name: 'Recalculer maintenant' }).click();
  await expect(page.getByText('Modèles et chiffres recalculés')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Recalculer maintenant' })).toBeVisible();
});

test('a segment of one’s own choice is a filter of the list, and health has a past', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin', '/customers?figures=segment.CHAMPIONS');
  await expect(page.getByRole('button', { name: /^Segment RFM Champion/ })).toBeVisible();
  const link = isMobile ? page.locator('[data-row-link], [data-row] a').first() : page.locator('[data-row-link]').first();
  await link.click();
  await page.getByRole('tab', { name: /^Analytique/ }).click();
  await expect(page.getByRole('img', { name: /^Santé, semaine après semaine/ })).toBeVisible();
});
