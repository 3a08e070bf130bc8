import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { bring, newCustomer, newName } from '../support/order-links.ts';
import { startProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';

// A run looks at everybody's orders: a product of its own.
let product: Awaited<ReturnType<typeof startProduct>>;
test.beforeAll(async ({ isMobile }) => {
  test.skip(isMobile, 'the same dialogs');
  test.setTimeout(150_000);
  product = await startProduct();
});
test.afterAll(() => product?.stop());

test('all above a score are accepted after a preview, and a run is taken back whole', async ({ browser, isMobile }) => {
  test.skip(isMobile, 'the same dialogs');
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: product.origin });
  const [page, { request }] = [await context.newPage(), context];
  await signIn(page, 'superadmin');
  const name = newName();
  const email = `${randomUUID()}@exemple.test`;
  await newCustomer(request, name, email);
  const numbers = ['NOM', 'MAIL'].map((kind) => `${kind}-${randomUUID().slice(0, 8)}`);
  await bring(page, request, [`${numbers[0]};2026-03-02;${name};;Joint;1;10`, `${numbers[1]};2026-03-02;;${email};Joint;1;10`]);

  await page.goto('/superadmin/order-links');
  const runs = page.getByRole('region', { name: 'Derniers passages' });
  const latest = runs.getByRole('listitem').first();
  await expect(latest).toContainText('2 examinées, 1 rattachées, 1 proposées');
  await latest.getByRole('button', { name: 'Voir ses propositions' }).click();
  await page.getByRole('button', { name: 'Accepter au-dessus d’un score' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accepter au-dessus d’un score' });
  await dialog.getByLabel('Score minimal').fill('60');
  await dialog.getByRole('button', { name: 'Aperçu' }).click();
  await expect(dialog.getByText('1 proposition serait acceptée.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Accepter 1 proposition' }).click();
  await expect(page.getByText('1 commande rattachée', { exact: true })).toBeVisible();

  await latest.getByRole('button', { name: 'Annuler ce passage' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler ce passage' }).click();
  await expect(latest.getByText('Annulé', { exact: true })).toBeVisible();
  const ask = await askAs(request, 'superadmin');
  const query = 'query ($number: String!) { orders(first: 1, filter: { number: $number }) { nodes { customer { name } } } }';
  const ownerOf = async (number: string) =>
    (await ask<{ orders: { nodes: { customer: { name: string } | null }[] } }>(query, { number })).orders.nodes[0].customer
      ?.name ?? null;
  // What somebody accepted stays; what the run linked does not.
  expect(await Promise.all(numbers.map(ownerOf))).toEqual([name, null]);
  await context.close();
});
