import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type Answer, type Asker, headersOf, type TestServer } from './server.js';

/** A made-up order file of ours. */
export const orderFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/orders', name));

type Brings = 'Orders' | 'Customers';
type Send = typeof sendOrders;

const mutationOf = (what: Brings) => `mutation ($input: Import${what}Input!) { it: import${what}(input: $input) {
  importRun { id status fileName } userErrors { path code message } } }`;

/** Sends a file of orders as a portal does. */
export async function sendOrders(
  server: Pick<TestServer, 'origin'>,
  asker: Asker,
  content: Buffer | string,
  input: object = {},
  fileName = 'orders.csv',
): Promise<Answer> {
  return sendFile(server, asker, mutationOf('Orders'), content, input, fileName);
}

/** Sends a file of customers as a portal does. */
export const sendCustomers: Send = (server, asker, content, input = {}, fileName = 'clients.csv') =>
  sendFile(server, asker, mutationOf('Customers'), content, input, fileName);

/** Sends an operation whose input has a file. */
export async function sendFile(
  server: Pick<TestServer, 'origin'>,
  asker: Asker,
  query: string,
  content: Buffer | string,
  input: object,
  fileName: string,
): Promise<Answer> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', new Blob([new Uint8Array(Buffer.from(content))]), fileName);
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { ...headersOf(asker), 'apollo-require-preflight': 'true' },
    body: form,
  });
  return (await response.json()) as Answer;
}

export const RUN = `query ($id: ID!) { importRun(id: $id) {
  id status error progress doneBytes totalBytes dryRun read created updated unchanged refusedTotal orders customers reportUrl finishedAt
  createdBy { id } refusals(first: 100, direction: ASC) { totalCount nodes { line code column value message } } } }`;

/** Sends a file and waits for the end of its import. */
export async function imported(
  server: TestServer,
  asker: Asker,
  content: Buffer | string,
  input: object = {},
  send: Send = sendOrders,
) {
  const sent = await send(server, asker, content, input);
  expect(sent.errors).toBeUndefined();
  expect(sent.data.it.userErrors).toEqual([]);
  const { id } = sent.data.it.importRun;
  let run: Record<string, never> = {};
  await vi.waitFor(
    async () => {
      run = (await server.ask(asker, RUN, { id })).data.importRun;
      expect(run.status).toMatch(/DONE|FAILED/);
    },
    { timeout: 60_000, interval: 100 },
  );
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what RUN asks for
  return run as any;
}
