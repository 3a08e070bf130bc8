import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.setTimeout(120_000);

/** A name that nobody else has. */
const newName = () =>
  `Zéphyrine Quatre${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 8)}`;

/** Brings orders in, one a line, and waits until what they brought was looked at. */
async function bring(page: Page, request: APIRequestContext, lines: string[]): Promise<void> {
  const ask = await askAs(request, 'superadmin');
  type Runs = { orderLinkRuns: { nodes: { status: string }[]; totalCount: number } };
  const runs = async () => (await ask<Runs>('{ orderLinkRuns(first: 5) { totalCount nodes { status } } }')).orderLinkRuns;
  const before = (await runs()).totalCount;
  await page.goto('/superadmin/imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choisir' }).click();
  const text = `numéro;date;nom;courriel;libellé;qté;prix\n${lines.join('\n')}\n`;
  await (await chooser).setFiles({ name: 'commandes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(
      async () => {
        const { totalCount, nodes } = await runs();
        return totalCount > before && nodes.every(({ status }) => status !== 'QUEUED' && status !== 'RUNNING');
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function newCustomer(request: APIRequestContext, name: string, email?: string): Promise<void> {
  const ask = await askAs(request, 'superadmin');
  await ask(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    {
      input: { name, kind: 'PERSON', email },
    },
  );
}

test('pairs are decided side by side, by button and by key', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'keys need a keyboard; the phone has a test of its own below');
  await signIn(page, 'superadmin');
  const names = [newName(), newName()];
  for (const name of names) await newCustomer(request, name);
  const numbers = names.map(() => `LIEN-${randomUUID().slice(0, 8)}`);
  await bring(
    page,
    request,
    names.map((name, i) => `${numbers[i]};2026-03-02;${name.split(' ').reverse().join(' ')};;Joint;1;10`),
  );

  await page.goto('/superadmin/order-links');
  const pair = page.getByRole('region', { name: 'Commande et client' });
  const queue = page.getByRole('region', { name: 'La file' });
  await queue.getByRole('button', { name: new RegExp(numbers[0]) }).click();
  await expect(pair.getByRole('link', { name: numbers[0] })).toBeVisible();
  await expect(pair.getByText('Même nom', { exact: true })).toBeVisible();
  await looksRight(page);
  await page.keyboard.press('a');
  await expect(page.getByText(`Commande ${numbers[0]} rattachée`)).toBeVisible();

  await queue.getByRole('button', { name: new RegExp(numbers[1]) }).click();
  await pair.getByRole('button', { name: 'Refuser', exact: true }).click();
  await expect(page.getByText(`Rattachement refusé pour la commande ${numbers[1]}`)).toBeVisible();
  await expect(queue.getByRole('button', { name: new RegExp(numbers.join('|')) })).toHaveCount(0);

  await page.getByRole('radiogroup', { name: 'Lesquelles' }).getByText('Refusées').click();
  await page
    .getByRole('region', { name: 'La file' })
    .getByRole('button', { name: new RegExp(numbers[1]) })
    .click();
  await pair.getByRole('button', { name: 'Revenir dessus', exact: true }).click();
  await expect(page.getByText(`Commande ${numbers[1]} de nouveau à décider`)).toBeVisible();
});

test('all above a score are accepted after a preview, and a run is taken back whole', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same dialogs');
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
});

test('the page of links looks right', async ({ page }) => {
  await signIn(page, 'superadmin', '/order-links');
  await expect(page.getByRole('heading', { name: 'Rattachements', level: 1 })).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'Rattacher les commandes' }).click();
  await expect(page.getByRole('dialog', { name: 'Rattacher les commandes' })).toBeVisible();
});
