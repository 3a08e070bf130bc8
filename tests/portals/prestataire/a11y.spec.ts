import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

/** Two schemes a page; the rules take seconds on a busy machine. */
test.beforeEach(() => test.slow());

for (const paths of [
  ['/', '/missions'],
  ['/offers', '/projects'],
  ['/account', '/account/security'],
])
  test(`clean, light and dark: ${paths.join(' ')}`, async ({ page }) => {
    await signIn(page, 'prestataire');
    for (const path of paths) {
      await page.goto(`/prestataire${path}`);
      await looksRight(page);
    }
  });

test('clean, light and dark: an offer and a project', async ({ page }) => {
  await signIn(page, 'prestataire');
  for (const list of ['/offers', '/projects']) {
    await page.goto(`/prestataire${list}`);
    await page.locator('[data-row-link]').first().click();
    await expect(page).toHaveURL(/[0-9a-f-]{36}/);
    await looksRight(page);
  }
});

test('clean, light and dark: a mission and its question', async ({ page }) => {
  await signIn(page, 'prestataire', '/missions?status=IN_PROGRESS&q=groupe%20froid');
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/[0-9a-f-]{36}/);
  await looksRight(page);
  await page.getByRole('button', { name: 'Livrer la mission' }).click();
  await expect(page.getByRole('dialog').getByLabel('Compte rendu')).toBeVisible();
  await looksRight(page);
});
