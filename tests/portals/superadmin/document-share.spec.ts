import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import PDFDocument from 'pdfkit';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

/** Two pages, the second with a rare word; and a program that should never run. */
function pdf(word: string): Promise<Buffer> {
  const paper = new PDFDocument();
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  paper.text('Bail du quai').addPage().text(`La caution de ${word} est rendue au départ.`);
  // biome-ignore lint/suspicious/noExplicitAny: pdfkit’s types don’t know its own catalog
  const { _root } = paper as any;
  _root.data.OpenAction = paper.ref({ S: 'JavaScript', JS: new String('app.alert("ran")') });
  _root.data.OpenAction.end();
  paper.end();
  return new Promise((resolve) => paper.on('end', () => resolve(Buffer.concat(chunks))));
}

/** A customer of the test's own, at their documents. */
async function openNew(page: Page): Promise<void> {
  const name = `Liens ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('tab', { name: 'Documents' }).click();
}

test('a PDF is found by a word on its second page and opened there; what it wants to run never runs', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'the same code');
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  const word = `zibeline${crypto.randomUUID().slice(0, 6)}`;
  await openNew(page);
  const buffer = await pdf(word);
  await page.getByLabel('Déposer des fichiers ici').setInputFiles({ name: 'Bail.pdf', mimeType: 'application/pdf', buffer });
  await expect(page.getByRole('button', { name: 'Bail.pdf', exact: true })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Chercher dans les noms et les textes' });
  await expect(async () => {
    await search.fill('');
    await search.fill(word);
    await expect(page.locator('mark', { hasText: word })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Bail.pdf', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bail.pdf' });
  await expect(dialog.getByText('2 / 2', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Agrandir' }).click();
  await expect(dialog.getByRole('button', { name: 'Ajuster à la largeur' })).toHaveText(/125/);
  await expect(dialog.locator('canvas[data-drawn]').first()).toBeVisible();
  expect(alerts).toEqual([]);
});

test('a link with a password gives the file to somebody without an account, until it is revoked', async ({ page, browser }) => {
  await openNew(page);
  await page
    .getByLabel('Déposer des fichiers ici')
    .setInputFiles({ name: 'acte.txt', mimeType: 'text/plain', buffer: Buffer.from('acte') });
  await page.getByRole('button', { name: 'Actions pour acte.txt' }).click();
  await page.getByRole('menuitem', { name: 'Partager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partager « acte.txt »' });
  await dialog.getByLabel('Pour qui').fill('Maître Le Gall');
  await dialog.getByLabel('Mot de passe', { exact: true }).fill('quatre mots au hasard');
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  const address = await dialog.getByLabel('Lien à envoyer').inputValue();
  await expect(dialog.getByText('Maître Le Gall')).toBeVisible();

  const guest = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const here = new URL(page.url()).origin;
  const link = here + address.slice(new URL(address).origin.length);
  await guest.goto(link);
  await expect(guest.getByText('acte.txt')).toBeVisible();
  await guest.getByLabel('Mot de passe', { exact: true }).fill('un autre');
  await guest.getByRole('button', { name: 'Télécharger', exact: true }).click();
  await expect(guest.getByText('Ce mot de passe n’est pas le bon.')).toBeVisible();
  await looksRight(guest);
  await guest.getByLabel('Mot de passe', { exact: true }).fill('quatre mots au hasard');
  const download = guest.waitForEvent('download');
  await guest.getByRole('button', { name: 'Télécharger', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('acte.txt');
  expect(readFileSync(await file.path(), 'utf8')).toBe('acte');

  await dialog.getByRole('button', { name: 'Révoquer' }).click();
  await page.getByRole('dialog', { name: 'Révoquer ce lien ?' }).getByRole('button', { name: 'Révoquer' }).click();
  await expect(dialog.getByText('Révoqué')).toBeVisible();
  await guest.reload();
  await expect(guest.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible();
  await guest.context().close();
});
