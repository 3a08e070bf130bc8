import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test('a consent is given and taken back, and the history keeps both', async ({ page, isMobile }) => {
  const name = `Enquêtes de satisfaction (${isMobile ? 'Courrier' : 'Téléphone'})`;
  await signIn(page, 'client', '/account?tab=consents');
  const consent = page.getByRole('switch', { name });
  await expect(consent).not.toBeChecked();
  await consent.click({ force: true });
  await expect(consent).toBeChecked();
  await expect(page.getByText(`Accord donné : ${name}`).first()).toBeVisible();
  await consent.click({ force: true });
  await expect(consent).not.toBeChecked();
  await expect(page.getByText(`Accord retiré : ${name}`).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(`Accord donné : ${name}`).first()).toBeVisible();
});

test('the portal speaks English', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same words');
  await signIn(page, 'client');
  await page.getByRole('button', { name: /client@prisme\.demo/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Hello Maëlle' })).toBeVisible();
  await page.getByRole('link', { name: 'Invoices' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Total incl. VAT' })).toBeVisible();
  await expect(page.locator('[data-row]').first()).toContainText(/€\d/);
});

test('Ctrl+K finds a project, an invoice and a document', async ({ page, isMobile }) => {
  test.skip(isMobile, 'needs a keyboard');
  await signIn(page, 'client');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('textbox').fill('quai');
  await expect(palette.getByText('Quais vus de la cour.png')).toBeVisible();
  await expect(palette.getByText(/^Facture F/).first()).toBeVisible();
  await palette.getByText('Rénovation du quai froid', { exact: true }).click();
  await expect(page).toHaveURL(/\/projects\//);
});
