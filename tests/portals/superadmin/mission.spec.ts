import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('a delivered mission is sent back with a word', async ({ page }) => {
  await signIn(page, 'superadmin', '/missions?status=DELIVERED');
  await page.locator('[data-row-link]').last().click();
  await page.getByRole('button', { name: 'Changer l’état' }).click();
  await page.getByRole('menuitem', { name: 'Renvoyer au prestataire' }).click();
  await page.getByRole('dialog').getByLabel('Un mot').fill('Il manque la photo du compteur.');
  await page.getByRole('dialog').getByRole('button', { name: 'Renvoyer au prestataire' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('En cours', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Il manque la photo du compteur.')).toBeVisible();
});

test('a mission is made, changed, opened to applications, given to somebody', async ({ page }) => {
  test.slow(); // looked at in light and in dark
  await signIn(page, 'superadmin', '/missions/new');
  await page.getByRole('combobox', { name: 'Client' }).fill('kervella');
  await page.getByRole('option', { name: /Kervella/ }).click();
  await page.getByRole('button', { name: 'Créer la mission' }).click();
  await expect(page.getByRole('textbox', { name: 'Titre' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Titre' }).fill('Relevé des températures');
  await page.getByRole('textbox', { name: 'Rémunération HT' }).fill('180');
  await page.getByRole('button', { name: 'Créer la mission' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Relevé des températures' })).toBeVisible();

  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Début').fill('2027-03-02T09:30');
  await form.getByLabel('Fin').fill('2027-03-02T08:00');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form.getByText('La fin précède le début.')).toBeVisible();
  await looksRight(page);
  await form.getByLabel('Fin').fill('2027-03-02T12:00');
  await form.getByLabel('Durée prévue (heures)').fill('2,5');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('2 h 30')).toBeVisible();

  await page.getByRole('button', { name: 'Ouvrir aux candidatures' }).click();
  await expect(page.getByText('Ouverte', { exact: true }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Choisir un prestataire' }).click();
  await page.getByRole('option', { name: 'Yann Le Goff' }).click();
  await page.getByRole('button', { name: 'Attribuer' }).click();
  await expect(page.getByText('Attribuée', { exact: true }).first()).toBeVisible();
});
