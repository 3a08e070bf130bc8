import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('files are dropped with their progress; those that lie or are empty are refused, each in its row', async ({
  page,
  isMobile,
}) => {
  const name = `plan-${isMobile ? 'poche' : 'bureau'}.png`;
  await signIn(page, 'client', '/documents');
  await page.getByLabel('Déposer des fichiers ici').setInputFiles([
    { name, mimeType: 'image/png', buffer: pixel },
    { name: 'menteur.pdf', mimeType: 'application/pdf', buffer: pixel },
    { name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
  ]);
  await expect(page.getByLabel('Envoyé', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Renvoyer menteur.pdf' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renvoyer vide.csv' })).toBeVisible();

  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByRole('img', { name })).toBeVisible();
  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await page
    .getByRole('dialog', { name: /^Supprimer/ })
    .getByRole('button', { name: 'Supprimer' })
    .click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('documents by category and by name, and a PDF drawn in the page', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  await signIn(page, 'client', '/documents');
  await page.getByRole('link', { name: /^Contrat/ }).click();
  await expect(page).toHaveURL(/category=CONTRACT/);
  await page.getByRole('searchbox').fill('cadre');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await page
    .getByRole('button', { name: /Contrat cadre/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').locator('canvas[data-drawn]').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Télécharger', exact: true })).toHaveAttribute('href', /^\/files\//);
});
