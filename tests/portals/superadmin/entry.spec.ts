import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

async function openNew(page: Page, title: string): Promise<string> {
  const name = `${title} ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return name;
}

test('an entry names a colleague and carries a file; it is pinned, changed and deleted', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  test.slow(); // a whole life of an entry
  await openNew(page, 'Mention');
  await page.getByRole('tab', { name: /^Activité/ }).click();
  const field = page.getByRole('textbox', { name: 'Ajouter une note, un appel' });
  await field.click();
  await field.pressSequentially('Voir avec @gwen');
  await page.getByRole('option', { name: 'Gwenaëlle Le Bihan' }).click();
  await expect(field).toHaveValue('Voir avec @Gwenaëlle Le Bihan ');
  await page.getByRole('button', { name: 'Joindre' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Ajouter un fichier' }).click();
  await (await chooser).setFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan du quai') });
  await expect(page.getByText('plan.txt', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Publier' }).click();
  await expect(page.getByText('@Gwenaëlle Le Bihan')).toBeVisible();
  await expect(page.getByRole('button', { name: 'plan.txt', exact: true })).toBeVisible();
  await looksRight(page);

  await page.getByText('@Gwenaëlle Le Bihan').hover();
  await page.getByRole('button', { name: /^Autres actions pour/ }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  await page.getByRole('textbox', { name: 'Modifier l’entrée' }).fill('Vu avec elle');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Vu avec elle')).toBeVisible();
  await expect(page.getByText('modifié', { exact: true })).toBeVisible();
  await page.getByText('Vu avec elle').hover();
  await page.getByRole('button', { name: 'Autres actions pour « Vu avec elle »' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page.getByText('Vu avec elle')).toHaveCount(0);
});

test('a customer is copied, and the copy deleted by its name', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const name = await openNew(page, 'Copie');
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Dupliquer' }).click();
  await page.getByRole('button', { name: 'Créer la copie' }).click();
  const copy = `${name} (copie)`;
  await expect(page.getByRole('heading', { level: 1, name: copy })).toBeVisible();
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Autre chose');
  await dialog.getByRole('button', { name: 'Supprimer pour de bon' }).click();
  await expect(dialog.getByText('Ce n’est pas le nom de ce client.')).toBeVisible();
  await dialog.getByRole('textbox').fill(copy);
  await dialog.getByRole('button', { name: 'Supprimer pour de bon' }).click();
  await expect(page).toHaveURL(/\/customers$/);
});
