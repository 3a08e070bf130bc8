import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => !isMobile, 'the phone’s own layout');

test('on a phone: the bar below, cards for tables, paying before reading', async ({ page }) => {
  await signIn(page, 'client');
  await page.getByRole('navigation', { name: 'Raccourcis' }).getByRole('link', { name: 'Factures' }).click();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('link', { name: 'À payer', exact: true }).click();
  await expect(page).toHaveURL(/open=yes/);
  await page.locator('[data-row-link]').first().click();
  const pay = page.getByRole('button', { name: 'Payer' });
  const sheet = page.getByRole('article', { name: /^Facture F/ });
  await expect(pay).toBeInViewport();
  const [button, paper] = [await pay.boundingBox(), await sheet.boundingBox()];
  expect(button?.y ?? 0).toBeLessThan(paper?.y ?? 0);
  await pay.click();
  const drawer = page.getByRole('dialog', { name: 'Enregistrer un paiement' });
  await expect(drawer.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(drawer.getByRole('button', { name: /^Enregistrer/ })).toBeInViewport();
});
