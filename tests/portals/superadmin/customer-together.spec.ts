import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import { type Ask, askAs } from '../support/ask.ts';
import { drawn, looksRight } from '../support/looks.ts';
import { newcomer } from '../support/newcomer.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // two people, two sessions

type Made = { createCustomer: { customer: { id: string } } };

/** A customer of the test's own, so that tests may run side by side. */
async function make(ask: Ask, name: string): Promise<string> {
  const create =
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }';
  const { createCustomer } = await ask<Made>(create, { input: { kind: 'COMPANY', name, website: 'https://avant.example' } });
  return createCustomer.customer.id;
}

/** A colleague in a browser of their own. */
async function colleague(browser: Browser, request: APIRequestContext, name: string, path: string): Promise<Page> {
  const { email, password } = await newcomer(request, 'staff', name);
  const other = await (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage();
  await other.goto(`/superadmin${path}`);
  await other.locator('input[name="email"]').fill(email);
  await other.locator('input[name="password"]').fill(password);
  await other.locator('button[type="submit"]').click();
  await drawn(other);
  return other;
}

const edit = async (page: Page) => {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
};
const saved = 'Marie Le Goff a enregistré des changements';

test('two people on one customer see each other, and neither overwrites what they have not seen', async ({
  page,
  browser,
  request,
}) => {
  const id = await make(await askAs(request, 'superadmin'), `Ensemble ${crypto.randomUUID().slice(0, 8)}`);
  const path = `/customers/${id}`;
  await signIn(page, 'superadmin', path);
  await drawn(page);
  const here = page.getByRole('button', { name: 'Marie Le Goff a aussi cette fiche ouverte' });
  await expect(here).toHaveCount(0);
  const marie = await colleague(browser, request, 'Marie Le Goff', path);
  await expect(here).toBeVisible();
  await expect(marie.getByRole('button', { name: 'Claire Aubry a aussi cette fiche ouverte' })).toBeVisible();

  await edit(marie);
  await expect(marie.getByRole('dialog').getByLabel('Site web')).toHaveValue('https://avant.example');
  await here.click();
  const list = page.getByRole('dialog');
  await expect(list.getByText('modifie', { exact: true })).toBeVisible();
  await looksRight(page);
  await page.keyboard.press('Escape');

  await edit(page);
  const form = page.getByRole('dialog', { name: /^Modifier/ });
  await expect(form.getByText('Marie Le Goff modifie aussi cette fiche en ce moment.', { exact: false })).toBeVisible();
  await form.getByLabel('Site web').fill('claire.example');
  await form.getByLabel('E-mail').fill('claire@ensemble.example');
  const theirs = marie.getByRole('dialog', { name: /^Modifier/ });
  await expect(theirs.getByText('Claire Aubry modifie aussi cette fiche', { exact: false })).toBeVisible();
  await theirs.getByLabel('Site web').fill('marie.example');
  await theirs.getByLabel('Note interne').fill('Paie à trente jours.');
  await theirs.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(theirs).toHaveCount(0);

  await expect(form.getByText(saved, { exact: false })).toBeVisible();
  await expect(form.getByText('Différent maintenant : Site web et Note interne.', { exact: false })).toBeVisible();
  // What was typed is still there, and is not saved unawares.
  await expect(form.getByLabel('Site web')).toHaveValue('claire.example');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form.getByText(saved, { exact: false })).toBeVisible();
  await form.getByRole('button', { name: 'Voir les différences' }).click();
  const site = form.getByRole('radiogroup', { name: 'Site web' });
  await expect(site.getByRole('radio', { name: 'Ici : claire.example' })).toBeChecked();
  await expect(site.getByRole('radio', { name: 'Enregistré : https://marie.example' })).not.toBeChecked();
  const note = form.getByRole('radiogroup', { name: 'Note interne' });
  await expect(note.getByRole('radio', { name: 'Enregistré : Paie à trente jours.' })).toBeChecked();
  await looksRight(page);
  await form.getByRole('button', { name: 'Garder ce choix' }).click();
  await expect(form.getByText(saved, { exact: false })).toHaveCount(0);
  await expect(form.getByLabel('Note interne')).toHaveValue('Paie à trente jours.');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toHaveCount(0);
  await expect(marie.getByRole('link', { name: 'claire.example' })).toBeVisible();
  await expect(marie.getByText('Paie à trente jours.')).toBeVisible();

  await marie.context().close();
  await expect(here).toHaveCount(0);
});

test('a contact that is deleted while it is changed is said to be gone, and nothing typed is lost', async ({ page, request }) => {
  const ask = await askAs(request, 'superadmin');
  const id = await make(ask, `Perdu ${crypto.randomUUID().slice(0, 8)}`);
  const add = 'mutation ($input: AddContactInput!) { addContact(input: $input) { contact { id } userErrors { message } } }';
  const { addContact } = await ask<{ addContact: { contact: { id: string } } }>(add, {
    input: { customerId: id, name: 'Yann Morvan' },
  });
  await signIn(page, 'superadmin', `/customers/${id}`);
  await page.getByRole('button', { name: 'Actions pour Yann Morvan' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier Yann Morvan' });
  await dialog.getByLabel('Fonction').fill('Chef d’atelier');
  const remove = 'mutation ($input: DeleteContactInput!) { deleteContact(input: $input) { deletedId userErrors { message } } }';
  await ask(remove, { input: { id: addContact.contact.id } });
  await expect(dialog.getByText('Ce contact n’existe plus')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'L’ajouter comme nouveau contact' }).click();
  const anew = page.getByRole('dialog', { name: 'Ajouter un contact' });
  await expect(anew.getByLabel('Fonction')).toHaveValue('Chef d’atelier');
  await anew.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(anew).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Actions pour Yann Morvan' })).toBeVisible();
});

test('a customer is found by a plate, in the list and from anywhere', async ({ page, request, isMobile }) => {
  const ask = await askAs(request, 'superadmin');
  const name = `Flotte ${crypto.randomUUID().slice(0, 8)}`;
  const id = await make(ask, name);
  // Letters and digits of the plate are the test's own.
  const letters = () => [0, 1].map(() => 'ABCDEFGHJKLMNPQRTVWXYZ'[Math.floor(Math.random() * 22)]).join('');
  const digits = String(Math.floor(Math.random() * 899) + 100);
  const parts = [letters().replace('SS', 'AA'), digits, letters()];
  const add = 'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { vehicle { id } userErrors { message } } }';
  await ask(add, { input: { customerId: id, plate: parts.join('-'), brand: 'Iveco' } });
  await signIn(page, 'superadmin', `/customers?q=${parts.join('')}`);
  await expect(page.locator('[data-row-link]').first()).toContainText(name);
  if (isMobile) return;
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Aller, chercher, agir…' }).fill(parts.join(' '));
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
