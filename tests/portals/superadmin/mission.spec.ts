import { expect, test } from '@playwright/test';
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

test('a mission is made, opened to applications, given to somebody', async ({ page }) => {
  await signIn(page, 'superadmin', '/missions/new');
  await page.getByRole('combobox', { name: 'Client' }).fill('kervella');
  await page.getByRole('option', { name: /Kervella/ }).click();
  await page.getByRole('button', { name: 'Créer la mission' }).click();
  await expect(page.getByRole('textbox', { name: 'Titre' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Titre' }).fill('Relevé des températures');
  await page.getByRole('textbox', { name: 'Rémunération HT' }).fill('180');
  await page.getByRole('button', { name: 'Créer la mission' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Relevé des températures' })).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir aux candidatures' }).click();
  await expect(page.getByText('Ouverte', { exact: true }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Choisir un prestataire' }).click();
  await page.getByRole('option', { name: 'Yann Le Goff' }).click();
  await page.getByRole('button', { name: 'Attribuer' }).click();
  await expect(page.getByText('Attribuée', { exact: true }).first()).toBeVisible();
});
