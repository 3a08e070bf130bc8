import { expect, test } from '@playwright/test';
import { drawn } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('the first page says what waits, and leads there', async ({ page }) => {
  await signIn(page, 'superadmin');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour Claire');
  await page
    .getByRole('list', { name: 'À faire' })
    .getByRole('link', { name: /en retard/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/invoices/);
});

test('users are filtered by portal and found by name', async ({ page }) => {
  await signIn(page, 'superadmin', '/users');
  await page.getByRole('link', { name: 'Prestataires' }).click();
  await expect(page).toHaveURL(/reach=PRESTATAIRE/);
  await expect(page.getByRole('link', { name: 'Claire Aubry' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Yann Le Goff' }).click();
  await expect(page.getByText('Postuler à une mission')).toBeVisible();
});

test('the system says how it does, and the outbox shows what left', async ({ page }) => {
  await signIn(page, 'superadmin', '/system');
  await expect(page.getByText(/^18\.\d+/)).toBeVisible();
  await page.getByRole('button', { name: 'Actualiser' }).click();
  await expect(page.getByText('Tout va bien')).toBeVisible();
  await page.goto('/superadmin/mails');
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('tab', { name: 'Texte' }).click();
  await expect(page.locator('pre')).toContainText('Prisme');
});

test('Ctrl K finds and acts', async ({ page }) => {
  await signIn(page, 'superadmin');
  await drawn(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Aller, chercher, agir…').fill('transports kerv');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Transports Kervella/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/customers\//);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Aller, chercher, agir…').fill('nouveau projet');
  await page.getByRole('dialog').getByRole('button', { name: 'Nouveau projet' }).click();
  await expect(page).toHaveURL(/\/projects\/new/);
});
