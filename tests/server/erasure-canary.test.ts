import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepFiles } from '../../server/core/storage/unclaimed.js';
import { personalData } from '../../server/features/erasure/all-data.rules.js';
import { allColumns, Fate } from '../../server/features/erasure/personal-data.rules.js';
import { findSubject, subjectOf } from '../../server/features/erasure/subject.service.js';
import { createWorld, type World } from '../access/access.world.js';
import { plantEverywhere } from '../support/canary.js';
import { document } from '../support/factories/document.factory.js';

const CANARY = 'canary7f3e91';
let world: World;
let admin: pg.Client;

beforeAll(async () => {
  world = await createWorld();
  admin = new pg.Client({ connectionString: world.server.addresses.superuserUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.server.stop();
});

describe('the one list', () => {
  test('names every table and column there is, once, and no other', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
    );
    const listed = personalData.flatMap((rule) => allColumns(rule).map((column) => `${rule.table}.${column}`));
    const there = rows.map(({ name }) => name);
    expect(
      there.filter((name) => !listed.includes(name)),
      'say in server/features/erasure/*-data.rules.ts whose they are',
    ).toEqual([]);
    expect(listed.filter((name) => !there.includes(name))).toEqual([]);
    expect(listed.filter((name, place) => listed.indexOf(name) !== place)).toEqual([]);
  });

  test('says of whatever is kept why and until when', () => {
    for (const { fate, why, years, table } of personalData)
      if (fate === Fate.KEPT || fate === Fate.ARCHIVED)
        expect([why, years], table).toEqual([expect.any(String), expect.any(Number)]);
  });
});

/** By hand. The archive of the books, the proof of consents and the sealed trail; and what are words, numbers and signs of ours. */
const LEFT = [
  'archived_invoice.content',
  'archived_invoice.number',
  'audit_entry.action',
  'audit_entry.actor_role',
  'audit_entry.changes',
  'audit_entry.code',
  'audit_entry.request_id',
  'audit_entry.subject_type',
  'audit_entry.user_agent',
  'consent_event.hash',
  'consent_event.note_sha256',
  'consent_event.previous_hash',
  'consent_event.proof',
  'customer_merge.counts',
  'data_subject_request.objected',
  'data_subject_request.reference',
  'invoice.number',
  'invoice.seller',
  'invoice.vat_breakdown',
  'invoice.vat_mention',
  'invoice_line.unit',
  'mission.reference',
  'mission_step.from_status',
  'mission_step.to_status',
  'order.country',
  'order.import_hash',
  'order.number',
  'order_line.sku',
  'order_link_run.model',
  'project.reference',
  'work_order.reference',
];

/** All that is left of the canary, as `table.column`. */
async function left(): Promise<string[]> {
  const { rows: columns } = await admin.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     where table_schema in ('public', 'graphile_worker') order by 2, 3`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rowCount } = await admin.query(
      `select from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)} where ${pg.escapeIdentifier(column)}::text ilike '%${CANARY}%' limit 1`,
    );
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found;
}

/** Everything of the other organisation, as text. */
async function others(): Promise<string> {
  const subject = subjectOf(world.B.customer, await findSubject(world.server.product.system(), world.B.customer));
  const parts: string[] = [];
  for (const { table, fate, of } of personalData) {
    if (!fate || !of || ['customer_duplicate', 'import_customer', 'import_line', 'audit_entry', 'export_run'].includes(table))
      continue;
    const { text, values } = of(subject).compile();
    const { rows } = await admin.query(
      `select it::text as row from ${pg.escapeIdentifier(table)} it where ${text} order by 1`,
      values,
    );
    parts.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return parts.join('\n');
}

test('a canary in every column of everything that hangs on somebody is found nowhere it may not be', {
  timeout: 120_000,
  retry: 0,
}, async () => {
  const { server, A, people } = world;
  await document(server, { customerId: A.customer, uploadedById: A.lead, name: `${CANARY}.pdf` }, `%PDF-1.4 ${CANARY}`);
  const planted = await plantEverywhere(world, admin, CANARY);
  // It can fail: each table of the list that holds people’s data was planted in.
  const unplanted = personalData
    .filter(({ fate, own, table }) => fate && own && !planted.some((name) => name.startsWith(`${table}.`)))
    .map(({ table }) => table);
  expect(unplanted).toEqual([]);
  const kept = await others();
  const ask = await server.ask(
    people.superadmin,
    `query ($id: ID!) { customer(id: $id) { name erasurePreview { obstacles { code } lines { what fate count records why keptUntil } } } }`,
    { id: A.customer },
  );
  const { name, erasurePreview } = ask.data.customer;
  expect(erasurePreview.obstacles).toEqual([]);
  const fates = Object.fromEntries(erasurePreview.lines.map(({ what, fate }: { what: string; fate: string }) => [what, fate]));
  expect(fates).toMatchObject({ contact: 'DELETED', project: 'PSEUDONYMISED', invoice: 'ARCHIVED', consent_event: 'KEPT' });
  const answer = await server.ask(
    people.superadmin,
    `mutation ($input: EraseCustomerInput!) { eraseCustomer(input: $input) { customer { name erasedAt } userErrors { path code message } } }`,
    { input: { id: A.customer, name } },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.eraseCustomer.userErrors).toEqual([]);
  await sweepFiles.work({}, { system: () => server.product.system() } as never);
  await server.product.world.services.trail.flush();

  expect(await left()).toEqual(LEFT);
  expect(await others(), 'nobody else lost anything').toBe(kept);
  const search = await server.ask(
    people.superadmin,
    `{ customers(filter: { search: "${CANARY}" }) { nodes { id } } searchCustomers(search: "${CANARY}", first: 5) { id } }`,
  );
  expect(search.data).toEqual({ customers: { nodes: [] }, searchCustomers: [] });
  const files = readdirSync(server.config.dataDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.filter((file) => readFileSync(join(file.parentPath, file.name)).includes(CANARY))).toEqual([]);
  expect(JSON.stringify(answer)).not.toContain(CANARY);
});
