import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { newName } from '../support/order-links.ts';
import { signIn } from '../support/sign-in.ts';

test.setTimeout(240_000);

type Made = { createCustomer: { customer: { id: string } } };

/** Two records of one person, in the queue. */
async function twins(request: APIRequestContext) {
  const ask = await askAs(request, 'superadmin');
  const name = newName();
  const email = `${randomUUID()}@exemple.test`;
  const make = async (input: object) =>
    (
      await ask<Made>(
        'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
        { input: { kind: 'PERSON', email, ...input } },
      )
    ).createCustomer.customer.id;
  const first = await make({ name, phone: '02 98 44 00 11' });
  const second = await make({ name: name.split(' ').reverse().join(' '), website: 'https://exemple.test' });
  await ask('mutation { findCustomerDuplicates { userErrors { message } } }');
  type Found = { customer: { possibleDuplicates: { id: string }[] } };
  const pairs = async () =>
    (await ask<Found>('query ($id: ID!) { customer(id: $id) { possibleDuplicates { id } } }', { id: first })).customer
      .possibleDuplicates.length;
  await expect.poll(pairs, { timeout: 60_000 }).toBe(1);
  return { name, other: name.split(' ').reverse().join(' '), first, second, ask };
}

test('two records become one with the value that was chosen, and two again', async ({ page, request }) => {
  const { name, other, first, second, ask } = await twins(request);
  await signIn(page, 'superadmin', `/customers/${first}`);
  await expect(page.getByText(`Peut-être en double avec ${other}`)).toBeVisible();
  await page.getByRole('link', { name: 'Comparer' }).click();
  const pair = page.getByRole('region', { name: 'Deux fiches' });
  await expect(pair.getByText('Même adresse e-mail')).toBeVisible();
  await looksRight(page);
  await pair.getByRole('button', { name: 'Fusionner', exact: true }).click();

  await expect(page.getByRole('heading', { name: `Fusionner ${other} dans ${name}`, level: 1 })).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Nom' }).getByRole('radio', { name: other }).check();
  await looksRight(page);
  await page.getByRole('button', { name: 'Fusionner', exact: true }).click();
  await page.waitForURL(`**/customers/${first}`);
  await expect(page.getByRole('heading', { name: other, level: 1 })).toBeVisible();

  await page.goto(`/superadmin/customers/${second}`);
  await page.waitForURL(`**/customers/${first}`);
  await expect(page.getByText('a été fusionné ici')).toBeVisible();

  const contact = 'mutation ($input: AddContactInput!) { addContact(input: $input) { userErrors { message } } }';
  for (const called of ['Anna Reste', 'Yann Part']) await ask(contact, { input: { customerId: first, name: called } });
  await page.reload();
  await page.getByRole('button', { name: 'Séparer', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Séparer ${other}` });
  const whose = (what: string) => dialog.getByRole('radiogroup', { name: what, exact: true });
  await whose('Contacts, tout à la fois').getByText(`va à ${other}`).click();
  await whose('Contacts : Anna Reste').getByText('reste ici').click();
  await expect(whose('Contacts : Yann Part').getByRole('radio', { name: `va à ${other}` })).toBeChecked();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Séparer', exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.goto(`/superadmin/customers/${second}`);
  await expect(page.getByRole('heading', { name: other, level: 1 })).toBeVisible();
  expect(page.url()).toContain(second);
  type Contacts = { customer: { contacts: { name: string }[] } };
  const contacts = async (id: string) =>
    (await ask<Contacts>('query ($id: ID!) { customer(id: $id) { contacts { name } } }', { id })).customer.contacts;
  expect([await contacts(first), await contacts(second)]).toEqual([[{ name: 'Anna Reste' }], [{ name: 'Yann Part' }]]);
});

test('a pair that is none is refused by key, and merging is begun from a page by search', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'keys need a keyboard');
  const { name, other, first } = await twins(request);
  await signIn(page, 'superadmin', `/duplicates?customer=${first}`);
  await expect(page.getByRole('region', { name: 'Deux fiches' }).getByRole('link', { name: other })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText(`${name} et ${other} restent deux fiches`)).toBeVisible();
  await expect(page.getByText('Rien à décider')).toBeVisible();

  await page.goto(`/superadmin/customers/${first}`);
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Fusionner avec…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fusionner avec…' });
  await dialog.getByRole('combobox').fill(other);
  await page.getByRole('option', { name: new RegExp(`^${other}`) }).click();
  await dialog.getByRole('button', { name: 'Comparer' }).click();
  await expect(page.getByRole('heading', { name: `Fusionner ${other} dans ${name}`, level: 1 })).toBeVisible();
});

test('the page of duplicates looks right', async ({ page }) => {
  await signIn(page, 'superadmin', '/duplicates');
  await expect(page.getByRole('heading', { name: 'Doublons', level: 1 })).toBeVisible();
  await looksRight(page);
});
