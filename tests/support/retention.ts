import { randomUUID } from 'node:crypto';
import { addRun, workRun } from '../../server/features/retention/retention-run.service.js';
import type { TestPerson } from './as.js';
import { customer } from './factories/customer.factory.js';
import { document } from './factories/document.factory.js';
import { invoice } from './factories/invoice.factory.js';
import { segment } from './factories/segment.factory.js';
import type { TestServer } from './server.js';

/** Every category, and whether it is on in a new installation. */
export const RULES: Record<string, boolean> = {
  ...{ SESSIONS: true, DEVICES: true, WAYS_IN: true, INVITATIONS: true, LETTERS: true, EXPORTS: true, IMPORT_REPORTS: true },
  ...{ NOTIFICATIONS: true, SHARES: true, CONTACT_REFUSALS: true, SEGMENT_HISTORY: true, ARCHIVED_INVOICES: true },
  ...{
    MAILS: false,
    DATA_REQUESTS: false,
    LOOSE_ORDERS: false,
    LEADS: false,
    ACCOUNTS: false,
    PROSPECTS: false,
    FORMER_CUSTOMERS: false,
  },
};

export interface Kept {
  table: string;
  id: string;
}

const made = async (server: TestServer, table: string, columns: Record<string, unknown>): Promise<Kept> => {
  const names = Object.keys(columns);
  const [{ id }] = await server.asSuperuser(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id`,
    Object.values(columns),
  );
  return { table, id };
};

/** Rows whose period began at an instant. */
export const kept = {
  session: (server: TestServer, userId: string, at: string) =>
    made(server, 'session', { user_id: userId, refresh_hash: randomUUID(), expires_at: at, created_at: at }),
  device: (server: TestServer, userId: string, at: string) =>
    made(server, 'device', { user_id: userId, hash: randomUUID(), last_used_at: at }),
  link: (server: TestServer, userId: string, at: string) =>
    made(server, 'mailed_link', { purpose: 'RESET', token_hash: randomUUID(), user_id: userId, expires_at: at }),
  invitation: async (server: TestServer, by: string, at: string) => {
    const [{ id }] = await server.database.query(`select id from role where key = 'client'`);
    return made(server, 'invitation', {
      ...{ email: `${randomUUID()}@test.example`, role_id: id, invited_by_id: by },
      ...{ locale: 'fr', token_hash: randomUUID(), expires_at: at },
    });
  },
  letter: (server: TestServer, at: string) =>
    made(server, 'mail', {
      ...{ to: 'gone@test.example', subject: 'Réponse', text: 'Fait', html: '<p>Fait</p>' },
      ...{ status: 'SENT', purpose: 'SERVICE', created_at: at, sent_at: at },
    }),
  exported: (server: TestServer, by: string, at: string) =>
    made(server, 'export_run', {
      ...{ kind: 'CUSTOMERS', format: 'CSV', status: 'FAILED', options: '{}', file_name: 'a.csv', created_by_id: by },
      ...{ portal: 'superadmin', locale: 'fr', created_at: at, finished_at: at },
    }),
  refusedLine: async (server: TestServer, at: string) => {
    const run = await made(server, 'import_run', {
      ...{ kind: 'ORDERS', status: 'DONE', file_name: 'a.csv', dry_run: false, options: '{}', finished_at: at },
    });
    return made(server, 'import_refusal', { import_run_id: run.id, line: 2, code: 'X', value: 'jeanne@test.example' });
  },
  notification: (server: TestServer, userId: string, at: string) =>
    made(server, 'notification', { user_id: userId, kind: 'TEST', read_at: at }),
  share: async (server: TestServer, by: string, at: string) => {
    const shared = await document(server, { customerId: (await customer(server)).id, uploadedById: by } as never);
    return made(server, 'document_share', {
      ...{ document_id: shared.id, token_hash: randomUUID(), recipient: 'Jeanne', created_by_id: by, expires_at: at },
    });
  },
  refusal: async (server: TestServer, at: string, customerId?: string) =>
    made(server, 'contact_refusal', {
      customer_id: customerId ?? (await customer(server)).id,
      ...{ purpose: 'MARKETING', channel: 'EMAIL', reason: 'NEVER_ASKED', at },
    }),
  segmentChange: async (server: TestServer, at: string) =>
    made(server, 'segment_change', {
      segment_id: await segment(server),
      customer_id: (await customer(server)).id,
      ...{ entered: true, cause: 'RULE', at },
    }),
  archived: async (server: TestServer, issuedOn: string) => {
    const issued = await invoice(server, (await customer(server)).id, { issuedOn });
    return made(server, 'archived_invoice', {
      ...{ invoice_id: issued.id, customer_id: issued.customerId, number: issued.number, issued_on: issuedOn, content: '{}' },
      keep_until: `${Number(issuedOn.slice(0, 4)) + 11}-01-01`,
    });
  },
};

/** What every table holds, but for reports and the trail of them. */
export async function tablesOf(server: TestServer): Promise<Record<string, string>> {
  const tables = await server.asSuperuser(`
    select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('retention_run', 'audit_entry', 'audit_unsealed') order by 1`);
  const [held] = await server.asSuperuser(
    `select ${tables.map(({ name }, at) => `(select count(*) || ':' || coalesce(sum(hashtextextended(it::text, 0)), 0) from ${name} it) as t${at}`)}`,
  );
  return Object.fromEntries(tables.map(({ name }, at) => [name, held[`t${at}`]]));
}

export const never = new AbortController().signal;

interface Line {
  category: string;
  [field: string]: unknown;
}

/** A run as the night of this day would do it; its report. */
export async function runOn(server: TestServer, viewer: TestPerson, day: string, dryRun = false) {
  const system = server.product.system();
  const { id } = await addRun(system, dryRun, day);
  await workRun(system, id, never);
  const { data } = await server.ask(
    viewer,
    `query ($id: ID!) { retentionRun(id: $id) { status dryRun asOf endedAt gone held failed createdBy { id }
      lines { category name months seen deleted pseudonymised held heldFor { code message count } failed failedFor { code count } } } }`,
    { id },
  );
  return data.retentionRun as { lines: Line[]; [field: string]: unknown };
}

export const lineOf = ({ lines }: { lines: Line[] }, category: string) => lines.find((one) => one.category === category);

export const switchOn = (server: TestServer, category: string, months: number) =>
  server.database.query('update retention_rule set active = true, months = $2 where category = $1', [category, months]);
