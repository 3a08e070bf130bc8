import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => !isMobile, 'what differs on a phone');

test('a draft is written with a thumb', async ({ page }) => {
  await signIn(page, 'superadmin', '/invoices');
  await expect(page.locator('li[data-row]').first()).toBeVisible();
  await page.getByRole('link', { name: 'Nouvelle facture' }).click();
  await page.getByRole('combobox', { name: 'Client' }).fill('hôtel anse');
  await page.getByRole('option', { name: /Hôtel Anse Mitan/ }).click();
  await page.getByRole('textbox', { name: 'Objet' }).fill('Contrôle de saison');
  const line = page.getByRole('group', { name: 'Ligne 1' });
  await line.getByLabel('Désignation').fill('Contrôle');
  await line.getByLabel('Prix HT').fill('100');
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contrôle de saison' })).toBeVisible();
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/invoices$/);
});
