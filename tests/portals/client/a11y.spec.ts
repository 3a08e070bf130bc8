import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

/** Two schemes a page; the rules take seconds on a busy machine. */
test.beforeEach(() => test.slow());

for (const paths of [
  ['/', '/projects', '/invoices', '/statement'],
  ['/documents', '/account', '/account?tab=consents'],
  ['/orders', '/account/security'],
])
  test(`clean, light and dark: ${paths.join(' ')}`, async ({ page }) => {
    await signIn(page, 'client');
    for (const path of paths) {
      await page.goto(`/client${path}`);
      await looksRight(page);
    }
  });

test('clean, light and dark: a project, an invoice and an order', async ({ page }) => {
  await signIn(page, 'client');
  for (const list of ['/projects', '/invoices', '/orders']) {
    await page.goto(`/client${list}`);
    await page.locator('[data-row-link]').first().click();
    await expect(page).toHaveURL(/[0-9a-f-]{36}/);
    await looksRight(page);
  }
});

test('clean, light and dark: paying and the notifications', async ({ page }) => {
  await signIn(page, 'client', '/invoices?pay=all');
  await expect(page.getByRole('dialog').getByLabel('Montant')).toBeVisible();
  await looksRight(page);
  await page.goto('/client/');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('dialog').getByRole('list')).toBeVisible();
  await looksRight(page);
});
