import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the phone has a spec of its own');

test.setTimeout(60_000);

test('a draft is written, mended, issued and paid', async ({ page }) => {
  await signIn(page, 'superadmin', '/invoices/new');
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(page.getByText('Choisissez le client.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Client' }).fill('crêperie');
  await page.getByRole('option', { name: /Crêperie Ti Azen/ }).click();
  await page.getByRole('textbox', { name: 'Objet' }).fill('Dépannage du dimanche');
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
  const first = page.getByRole('group', { name: 'Ligne 1' });
  const second = page.getByRole('group', { name: 'Ligne 2' });
  await first.getByLabel('Désignation').fill('Main-d’œuvre');
  await first.getByLabel('Quantité').fill('2,5');
  await first.getByLabel('Prix HT').fill('62,40');
  await second.getByLabel('Prix HT').fill('19,99');
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  // The server's word, at its line and its field.
  await expect(second.getByLabel('Désignation')).toHaveAttribute('aria-invalid', 'true');
  await expect(first.getByLabel('Désignation')).not.toHaveAttribute('aria-invalid', 'true');

  await second.getByLabel('Désignation').fill('Déplacement');
  await expect(page.getByText('211,19')).toBeVisible(); // (156,00 + 19,99) × 1,20, worked out while writing
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dépannage du dimanche' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Brouillon' }).getByText(/211,19/)).toBeVisible();

  await page.getByRole('button', { name: 'Émettre' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('définitif');
  await question.getByRole('button', { name: 'Émettre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Facture F/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Supprimer' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Enregistrer un paiement' }).click();
  const payment = page.getByRole('dialog');
  await payment.getByLabel('Montant').fill('300');
  await payment.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(payment.getByText('C’est plus que ce qui reste dû.')).toBeVisible();
  await payment.getByLabel('Montant').fill('211,19');
  await payment.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Payée', { exact: true })).toBeVisible();
  await expect(page.getByRole('complementary').getByText('Virement')).toBeVisible();
});

test('the views and the search of the list are its address', async ({ page }) => {
  await signIn(page, 'superadmin', '/invoices');
  await page.getByRole('link', { name: 'En retard', exact: true }).last().click();
  await expect(page).toHaveURL(/overdue=yes/);
  await expect(page.locator('[data-row]').first()).toContainText('En retard de');
  await page.goto('/superadmin/invoices?q=ti+azen');
  await expect(page.locator('[data-row]').first()).toContainText('Crêperie Ti Azen');
});
