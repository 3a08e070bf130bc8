import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { signIn } from '../support/sign-in.ts';
import { titled } from './support.ts';

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'once is enough');
});

/** A customer that no other test changes. */
async function openNew(page: Page): Promise<void> {
  await signIn(page, 'revendeur', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  const name = titled('Crêperie');
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function choose(page: Page, of: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions pour ${of}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Somebody else changes what the customer's only contact does. */
async function changeMeanwhile(request: APIRequestContext, url: string, position: string): Promise<void> {
  const ask = await askAs(request, 'superadmin');
  const [id] = /[0-9a-f-]{36}/.exec(url) ?? [];
  const { customer } = await ask<{ customer: { contacts: { id: string }[] } }>(
    'query ($id: ID!) { customer(id: $id) { contacts { id } } }',
    { id },
  );
  await ask('mutation ($input: UpdateContactInput!) { updateContact(input: $input) { userErrors { message } } }', {
    input: { id: customer.contacts[0].id, position },
  });
}

test('a contact and an address are added, corrected, changed and deleted', async ({ page, request }) => {
  await openNew(page);
  const contacts = page.getByRole('region', { name: 'Contacts' });
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Ajouter un contact' }).click();
  await dialog.getByLabel('Nom').fill('Yann Tanguy');
  await dialog.getByLabel('E-mail').fill('yann');
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(dialog.getByText('Adresse e-mail incorrecte.')).toBeVisible();
  await dialog.getByLabel('E-mail').fill('yann@tanguy.example');
  await dialog.getByLabel('Contact principal').check();
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(dialog).toBeHidden();
  await expect(contacts.getByText('Principal')).toBeVisible();
  await expect(contacts.getByRole('link', { name: 'Écrire à yann@tanguy.example' })).toBeVisible();

  await choose(page, 'Yann Tanguy', 'Modifier');
  await dialog.getByLabel('Fonction').fill('Gérant');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(contacts.getByText('Gérant')).toBeVisible();

  // Two change it at once: the second is told, and takes up what the first wrote.
  await choose(page, 'Yann Tanguy', 'Modifier');
  await dialog.getByLabel('Téléphone').fill('02 98 11 22 33');
  await changeMeanwhile(request, page.url(), 'Associé');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Modifié entre-temps')).toBeVisible();
  await dialog.getByRole('button', { name: 'Reprendre sa version' }).click();
  await expect(dialog.getByLabel('Fonction')).toHaveValue('Associé');
  await dialog.getByLabel('Téléphone').fill('02 98 11 22 33');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  await expect(contacts.getByRole('link', { name: 'Appeler le 02 98 11 22 33' })).toBeVisible();

  const addresses = page.getByRole('region', { name: 'Adresses' });
  await page.getByRole('button', { name: 'Ajouter une adresse' }).click();
  await dialog.getByLabel('Numéro et rue').fill('3 rue de Siam');
  await dialog.getByLabel('Code postal').fill('2920');
  await dialog.getByLabel('Ville').fill('Brest');
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(dialog.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Code postal').fill('29200');
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await expect(addresses.getByText('29200 Brest')).toBeVisible();
  await choose(page, '3 rue de Siam, Brest', 'Modifier');
  await dialog.getByLabel('Complément').fill('Bâtiment B');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(addresses.getByText('3 rue de Siam, Bâtiment B')).toBeVisible();

  await choose(page, 'Yann Tanguy', 'Supprimer');
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(contacts.getByText('Aucun contact connu.')).toBeVisible();
  await choose(page, '3 rue de Siam, Brest', 'Supprimer');
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(addresses.getByText('Aucune adresse connue.')).toBeVisible();
});
