import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { askAs } from './ask.ts';

/** A name that nobody else has. */
export const newName = () =>
  `Zéphyrine Quatre${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 8)}`;

/** Brings orders in, one a line, and waits until what they brought was looked at. */
export async function bring(page: Page, request: APIRequestContext, lines: string[]): Promise<void> {
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
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  // In the list of runs, which is left a moment later, each has that word.
  await expect(page.getByText('Terminé', { exact: true })).toHaveCount(1, { timeout: 30_000 });
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

export async function newCustomer(request: APIRequestContext, name: string, email?: string): Promise<void> {
  const ask = await askAs(request, 'superadmin');
  await ask(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    {
      input: { name, kind: 'PERSON', email },
    },
  );
}
