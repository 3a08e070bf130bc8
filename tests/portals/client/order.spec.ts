import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.setTimeout(240_000);

test('an order that was found shows once the address is proved by the code mailed there', async ({ page, request }) => {
  const ask = await askAs(request, 'superadmin');
  const client = await askAs(request, 'client');
  const { customers } = await client<{ customers: { nodes: { id: string }[] } }>('{ customers(first: 1) { nodes { id } } }');
  const email = `${randomUUID()}@exemple.test`;
  await ask('mutation ($input: AddContactInput!) { addContact(input: $input) { contact { id } userErrors { message } } }', {
    input: { customerId: customers.nodes[0].id, name: 'Achats', email },
  });
  const number = `PREUVE-${randomUUID().slice(0, 8)}`;
  const token = await sendOrder(number, email);
  expect(token).toBe('DONE');

  await signIn(page, 'client', `/orders?q=${number}`);
  await expect(page.getByRole('link', { name: number })).toHaveCount(0);
  await page.getByRole('button', { name: 'Retrouver mes commandes' }).first().click();
  const drawer = page.getByRole('dialog', { name: 'Retrouver mes commandes' });
  await drawer.getByLabel('Adresse e-mail de la commande').fill(email);
  await drawer.getByRole('button', { name: 'Envoyer le code' }).click();
  await expect(drawer.getByText(/un code vient d’y partir/)).toBeVisible();
  await drawer.getByLabel('Code à six chiffres').fill('12');
  await drawer.getByRole('button', { name: 'Afficher mes commandes' }).click();
  await expect(drawer.getByText(/Ce code n’est pas le bon/)).toBeVisible();
  await drawer.getByLabel('Code à six chiffres').fill(await codeFor(email));
  await drawer.getByRole('button', { name: 'Afficher mes commandes' }).click();
  await expect(page.getByText('1 commande retrouvée')).toBeVisible();
  await page.getByRole('link', { name: number }).first().click();
  await expect(page.getByRole('heading', { name: `Commande ${number}` })).toBeVisible();
  await looksRight(page);

  async function codeFor(to: string): Promise<string> {
    type Mails = { mails: { nodes: { to: string; text: string }[] } };
    const read = async () =>
      (
        await ask<Mails>('query ($to: String!) { mails(first: 5, filter: { search: $to }) { nodes { to text } } }', { to })
      ).mails.nodes
        .filter((mail) => mail.to === to)
        .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])[0] ?? '';
    await expect.poll(read, { timeout: 20_000 }).not.toBe('');
    return read();
  }

  /** As a shop's file brings it; answers how the look at it ended. */
  async function sendOrder(of: string, address: string): Promise<string> {
    const { login } = (
      await (
        await request.post('/graphql', {
          data: {
            query: 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
            variables: { input: { email: 'superadmin@prisme.demo', password: 'prisme-demo-360' } },
          },
          headers: { 'apollo-require-preflight': 'true' },
        })
      ).json()
    ).data as { login: { accessToken: string } };
    const csv = `number,date,email,sku,quantity,price\n${of},2026-03-01,${address},A,1,10\n`;
    await request.post('/graphql', {
      headers: { authorization: `Bearer ${login.accessToken}`, 'apollo-require-preflight': 'true' },
      multipart: {
        operations: JSON.stringify({
          query: 'mutation ($file: Upload!) { importOrders(input: { file: $file }) { importRun { id } userErrors { code } } }',
          variables: { file: null },
        }),
        map: '{"file":["variables.file"]}',
        file: { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
      },
    });
    type Found = { orders: { nodes: { customer: { id: string } | null }[] } };
    const query = 'query ($number: String!) { orders(first: 1, filter: { number: $number }) { nodes { customer { id } } } }';
    await expect
      .poll(async () => (await ask<Found>(query, { number: of })).orders.nodes[0]?.customer?.id, { timeout: 30_000 })
      .toBe(customers.nodes[0].id);
    return 'DONE';
  }
});

test('the list of orders looks right', async ({ page }) => {
  await signIn(page, 'client', '/orders');
  await expect(page.getByRole('heading', { name: 'Commandes', level: 1 })).toBeVisible();
  await looksRight(page);
});
