import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { newAddress } from '../support/mails.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the same rows, one below the other');

test('who enters the portal for a customer is added, changed, taken away and invited', async ({ page, request }) => {
  const ask = await askAs(request, 'superadmin');
  const { createCustomer } = await ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    { input: { kind: 'COMPANY', name: 'Criée du Minaouët' } },
  );
  await signIn(page, 'superadmin', `/customers/${createCustomer.customer.id}`);
  const access = page.getByRole('region', { name: 'Accès au portail' });
  const add = async (how: string) => {
    await access.getByRole('button', { name: 'Ajouter un accès' }).click();
    await page.getByRole('menuitem', { name: how }).click();
  };
  const dialog = page.getByRole('dialog');
  await add('Un compte existant');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Choisissez un compte.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Compte client' }).fill('Solenn');
  await page.getByRole('option', { name: /Solenn Abgrall/ }).click();
  await dialog.getByRole('checkbox', { name: 'Finances' }).uncheck();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  const row = access.getByRole('listitem').filter({ hasText: 'Solenn Abgrall' });
  await expect(row.getByText('Projets', { exact: true })).toBeVisible();
  await expect(row.getByText('Finances', { exact: true })).toHaveCount(0);

  const act = async (name: string) => {
    await row.getByRole('button', { name: /^Actions pour Solenn Abgrall/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await act('Modifier les droits');
  await dialog.getByRole('checkbox', { name: 'Projets' }).uncheck();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row.getByText('Projets', { exact: true })).toHaveCount(0);
  await act('Retirer l’accès');
  await dialog.getByRole('button', { name: 'Retirer l’accès' }).click();
  await expect(row).toHaveCount(0);

  const email = newAddress();
  await add('Inviter par e-mail');
  await expect(dialog.getByRole('group', { name: /Criée du Minaouët/ })).toBeVisible();
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(access.getByRole('listitem').filter({ hasText: email })).toContainText('sans réponse');
});

test('somebody is signed out of one device', async ({ page, browser }) => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
  const other = await (await browser.newContext({ locale: 'fr-FR', userAgent })).newPage();
  await signIn(other, 'revendeur');
  await signIn(page, 'superadmin', '/users?q=revendeur@prisme.demo');
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('button', { name: 'Terminer : Firefox sur Linux' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terminer', exact: true }).click();
  await expect(page.getByText('1 session de Soazig Hénaff terminée')).toBeVisible();
  await other.reload();
  await expect(other.locator('input[name="email"]')).toBeVisible();
  await other.context().close();
});
