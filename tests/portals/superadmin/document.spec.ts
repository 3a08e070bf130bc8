import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

const text = (words: string) => ({ mimeType: 'text/plain', buffer: Buffer.from(words) });

/** A customer of the test's own, at their documents. */
async function openNew(page: Page): Promise<void> {
  const name = `Papiers ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('tab', { name: 'Documents' }).click();
}

test('a document is renamed and shared, gets a second version by a drop, and its first one back', async ({ page, isMobile }) => {
  test.skip(isMobile, 'files are dropped with a mouse');
  await openNew(page);
  await page.getByLabel('Déposer des fichiers ici').setInputFiles({ name: 'brouillon.txt', ...text('un') });
  await page.getByRole('button', { name: 'Actions pour brouillon.txt' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  const edit = page.getByRole('dialog', { name: 'Modifier « brouillon.txt »' });
  await edit.getByLabel('Nom').fill('Bail du quai');
  await edit.getByRole('combobox', { name: 'Visible par' }).click();
  await page.getByRole('option', { name: 'Partagé au client' }).click();
  await expect(edit.getByText('Le client le voit dans son espace')).toBeVisible();
  await edit.getByRole('button', { name: 'Enregistrer' }).click();

  const row = page.locator('[data-row]').filter({ hasText: 'Bail du quai.txt' });
  await expect(row.getByText('Partagé au client')).toBeVisible();
  const files = await page.evaluateHandle(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['deux'], 'suite.txt', { type: 'text/plain' }));
    return carried;
  });
  await row.dispatchEvent('drop', { dataTransfer: files });
  await page.getByRole('dialog').getByRole('button', { name: 'Nouvelle version' }).click();
  await expect(row.getByText('version 2')).toBeVisible();

  await row.getByRole('button', { name: 'Bail du quai.txt', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bail du quai.txt' });
  await expect(dialog.getByText('suite.txt')).toBeVisible();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Rétablir la version 1' }).click();
  await expect(dialog.getByText('Reprend la version 1')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'version 3' })).toBeVisible();
});
