import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

/** Each test has a customer of its own, so that they may run side by side. */
async function openNew(page: Page, title: string): Promise<string> {
  const name = `${title} ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return name;
}

test('a postal code finds its commune, one that doesn’t fit is told; the map shows who is near', async ({ page }) => {
  await openNew(page, 'Voisin');
  await page.getByRole('button', { name: 'Ajouter une adresse', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Numéro et rue').fill('12 rue de Siam');
  const code = dialog.getByLabel('Code postal');
  const city = dialog.getByRole('combobox', { name: 'Ville' });
  await code.fill('29200');
  await expect(city).toHaveValue('Brest');
  await code.fill('29900');
  await expect(dialog.getByText('Code de Concarneau')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(dialog.getByText('29900 n’est pas un code de Brest, mais de : Concarneau.')).toBeVisible();
  await code.fill('29200');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(dialog).toBeHidden();

  const map = page.getByRole('region', { name: 'Carte et voisins' });
  await map.scrollIntoViewIfNeeded();
  await expect(map.getByText('Situé à la commune')).toBeVisible();
  await expect(map.getByRole('application')).toBeVisible();
  const near = map.getByRole('list', { name: 'Clients proches' }).getByRole('link');
  await expect(near.first()).toBeVisible();
  await looksRight(page);
  const name = await near.first().innerText();
  await near.first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a vehicle is added, a plate that is none told at its field; work on it goes from planned to done', async ({ page }) => {
  await openNew(page, 'Atelier');
  await page.getByRole('button', { name: 'Ajouter un véhicule', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const plate = dialog.getByLabel('Immatriculation');
  await plate.fill('AB-000-CD');
  await dialog.getByLabel('Marque').fill('Iveco');
  await dialog.getByLabel('Numéro VIN').fill('1M8GDM9AXKP042789');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(dialog.getByText(/^Plaque française incorrecte/)).toBeVisible();
  await plate.fill('ab123cd');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const vehicles = page.getByRole('region', { name: 'Véhicules', exact: true });
  await expect(vehicles.getByText('AB-123-CD')).toBeVisible();
  await expect(vehicles.getByText(/clé de contrôle du VIN/)).toBeVisible();

  await page.getByRole('button', { name: 'Ajouter un ordre de travail', exact: true }).click();
  await dialog.getByLabel('Travail à faire').fill('Révision du groupe froid');
  await dialog.getByRole('combobox', { name: 'Véhicule' }).click();
  await page.getByRole('option', { name: /AB-123-CD/ }).click();
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const work = page.getByRole('region', { name: 'Ordres de travail', exact: true });
  await expect(work.getByText('Prévu', { exact: true })).toBeVisible();
  await expect(work.getByText(/AB-123-CD/)).toBeVisible();
  for (const [verb, status] of [
    ['Commencer', 'En cours'],
    ['Terminer', 'Terminé'],
  ] as const) {
    await work.getByRole('button', { name: /^Actions pour OT-/ }).click();
    await page.getByRole('menuitem', { name: verb, exact: true }).click();
    await expect(work.getByText(status, { exact: true })).toBeVisible();
  }
  await looksRight(page);
});
