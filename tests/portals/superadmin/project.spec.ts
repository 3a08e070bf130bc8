import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test('a project is opened, moved on, and spoken about', async ({ page }) => {
  await signIn(page, 'superadmin', '/projects/new');
  await page.getByRole('combobox', { name: 'Client' }).fill('kervella');
  await page.getByRole('option', { name: /Kervella/ }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Isolation du quai 4');
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByRole('button', { name: 'Créer le projet' }).click();
  const milestone = page.getByRole('group', { name: 'Étape 1' }).getByLabel('Nouvelle étape');
  await expect(milestone).toHaveAttribute('aria-invalid', 'true');
  await milestone.fill('Relevé');
  await page.getByRole('button', { name: 'Créer le projet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Isolation du quai 4' })).toBeVisible();

  await page.getByRole('button', { name: 'Changer l’état' }).click();
  await page.getByRole('menuitem', { name: 'Mettre en cours' }).click();
  await expect(page.getByText('En cours', { exact: true }).first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Relevé' }).click();
  await expect(page.getByRole('checkbox', { name: 'Relevé' })).toBeChecked();
  await expect(page.getByText('100 %')).toBeVisible();

  await page.getByLabel('Écrire un commentaire…').fill('Prévoir la nacelle.');
  await page.getByLabel('Pour l’équipe seulement').check();
  await page.getByRole('button', { name: 'Publier' }).click();
  const log = page.getByRole('log', { name: 'Commentaires' });
  await expect(log.getByText('Prévoir la nacelle.')).toBeVisible();
  await expect(log.getByText('Équipe seulement')).toBeVisible();
});
