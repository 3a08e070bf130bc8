import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

/** Orders of two lines; the second line of every thousandth has no readable quantity. */
function orders(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const order = `NAV-${String(i + 1).padStart(6, '0')};2026-03-${String((i % 28) + 1).padStart(2, '0')};client${i % 50}@import.example`;
    return `${order};Joint;2;0,25\n${order};Vis;${i % 1000 === 999 ? 'beaucoup' : '10'};0,05`;
  });
  return Buffer.from(`n° commande;date;courriel;libellé;qté;prix\n${rows.join('\n')}\n`);
}

test.setTimeout(60_000);

test('a file of orders is tried, brought in, and reported line by line', async ({ page }) => {
  await signIn(page, 'superadmin', '/imports');
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choisir' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
  };

  await choose('vide.csv', Buffer.from(''));
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('vide');

  await choose('commandes.csv', orders(8000));
  await page.getByText(/Correspondance des colonnes/).click();
  await page.getByRole('combobox', { name: 'Numéro de commande' }).click();
  await page.getByRole('option', { name: 'n° commande' }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();

  await expect(page.getByRole('progressbar', { name: 'Avancement de l’import' })).toBeVisible();
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible({ timeout: 20_000 });
  const figure = (label: string) => page.locator('dl > div').filter({ has: page.locator('dt', { hasText: label }) });
  await expect(figure('Lignes lues')).toContainText(/16\s000/);
  await expect(figure('Refusées')).toContainText('8');
  const refusals = page.getByRole('region', { name: 'Refus ligne par ligne' });
  await expect(refusals.locator('tbody tr')).toHaveCount(8);
  await expect(refusals.getByText('beaucoup').first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Refus en CSV' }).click();
  const report = await readFile(await (await download).path(), 'utf8');
  expect(report).toContain('beaucoup');
});
