import { expect, test } from '@playwright/test';
import { drawn, looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('a file of customers is mapped, tried and brought in', async ({ page }) => {
  const file = [
    'Code;Dénomination sociale;Courriel;Boîte',
    'NAV-C1;Verrerie de Cornouaille;verrerie@import.example;',
    'NAV-C2;Saline du Bout du Monde;saline@import;',
    'NAV-C3;Chantier Naval des Abers;abers@import.example;abers@copie.example',
  ].join('\n');
  await signIn(page, 'superadmin', '/imports?what=CUSTOMERS');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir' }).click();
  await (await chooser).setFiles({ name: 'nouveaux.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });

  // The name's column is not guessed: it is named.
  await expect(page.getByText(/Aucune colonne ne dit le nom du client/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Ce que contient la colonne Dénomination sociale' }).click();
  await page.getByRole('option', { name: 'Société', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Premières lignes du fichier' });
  await expect(preview.getByText('Adresse e-mail incorrecte.')).toBeVisible();
  await expect(page.getByText('Une serait refusée.')).toBeVisible();
  await drawn(page);
  await looksRight(page);

  const figure = (label: string) => page.locator('dl > div').filter({ has: page.locator('dt', { hasText: label }) });
  await page.getByRole('button', { name: 'Essayer à blanc' }).click();
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(figure('Créées')).toContainText('2');
  await page.getByRole('link', { name: 'Importer pour de bon' }).click();
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('À blanc')).toHaveCount(0);
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(figure('Refusées')).toContainText('1');
  const refusals = page.getByRole('region', { name: 'Refus ligne par ligne' });
  await expect(refusals.getByRole('cell', { name: 'saline@import', exact: true })).toBeVisible();

  await page.goto('/superadmin/customers?q=Abers');
  await expect(page.getByRole('link', { name: 'Chantier Naval des Abers' })).toBeVisible();
});
