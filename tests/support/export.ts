import { expect, vi } from 'vitest';
import type { Asker, TestServer } from './server.js';

export const EXPORT_RUN = `query ($id: ID!) { exportRun(id: $id) {
  id kind format status fileName totalRows doneRows attempts size expiresAt error downloadUrl createdBy { id } customer { id }
  viewerCan { cancel } } }`;

type Operation = 'exportCustomer' | 'exportCustomers';

/** Asks for an export. */
export const askExport = (server: TestServer, asker: Asker, operation: Operation, input: object) =>
  server.ask(
    asker,
    `mutation ($input: ${operation[0].toUpperCase()}${operation.slice(1)}Input!) {
      ${operation}(input: $input) { exportRun { id status fileName } userErrors { path code message } } }`,
    { input },
  );

/** The same, and waits for its end. */
export async function exported(server: TestServer, asker: Asker, operation: Operation, input: object) {
  const asked = await askExport(server, asker, operation, input);
  expect(asked.errors).toBeUndefined();
  expect(asked.data[operation].userErrors).toEqual([]);
  return ended(server, asker, asked.data[operation].exportRun.id);
}

export async function ended(server: TestServer, asker: Asker, id: string) {
  let run: Record<string, never> = {};
  await vi.waitFor(
    async () => {
      run = (await server.ask(asker, EXPORT_RUN, { id })).data.exportRun;
      expect(run.status).toMatch(/DONE|FAILED|CANCELLED/);
    },
    { timeout: 60_000, interval: 50 },
  );
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what EXPORT_RUN asks for
  return run as any;
}

export async function fetched(server: Pick<TestServer, 'origin'>, path: string) {
  const response = await fetch(server.origin + path);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The file of an export. */
export async function fileOf(server: TestServer, asker: Asker, operation: Operation, input: object): Promise<Buffer> {
  const run = await exported(server, asker, operation, input);
  expect(run).toMatchObject({ status: 'DONE', error: null });
  return (await fetched(server, run.downloadUrl)).bytes;
}
