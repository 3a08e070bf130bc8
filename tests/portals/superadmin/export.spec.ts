import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('a customer is exported to a file that is fetched, and stays in the list of exports', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=Kervella');
  await page.getByRole('link', { name: 'Transports Kervella', exact: true }).click();
  await page.getByRole('button', { name: 'Exporter Transports Kervella', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter Transports Kervella' });
  await dialog.getByRole('radio', { name: /^JSON/ }).click();
  await dialog.getByRole('checkbox', { name: 'Avec l’historique des activités' }).check();
  await dialog.getByRole('button', { name: 'Exporter', exact: true }).click();
  const link = dialog.getByRole('link', { name: /^Télécharger client-.*\.json$/ });
  await expect(link).toBeVisible({ timeout: 20_000 });
  const download = page.waitForEvent('download');
  await link.click();
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(file.customer.name).toBe('Transports Kervella');
  expect(file.activities.length).toBeGreaterThan(0);
  await dialog.getByRole('link', { name: 'Tous mes exports' }).click();
  await expect(page.getByRole('link', { name: /^Télécharger client-.*\.json$/ }).first()).toBeVisible();
  await looksRight(page);
});

test('what they owe, and how reliably they pay, is read with its reasons', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=Kervella');
  await page.getByRole('link', { name: 'Transports Kervella', exact: true }).click();
  await page.getByRole('tab', { name: /^Finances/ }).click();
  const risk = page.getByRole('region', { name: 'Risque de paiement' });
  await expect(risk.getByText(/factures? échues? en 24 mois/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Compte mois par mois' }).getByRole('row')).toHaveCount(13);
  await looksRight(page);
});
