import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasWords } from '../../server/core/words.js';
import { writeDataArchiveJob } from '../../server/features/data-archive/data-archive.jobs.js';
import { personalData } from '../../server/features/erasure/all-data.rules.js';
import { toldColumns, toldOf } from '../../server/features/erasure/personal-data.rules.js';
import { createWorld, type World } from '../access/access.world.js';
import { plantEverywhere } from '../support/canary.js';
import { fetched } from '../support/export.js';
import { document } from '../support/factories/document.factory.js';
import { unzipped } from '../support/zip.js';

const CANARY = 'canary5e1d07';
const STRANGER = 'stranger20c4';
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

/** A request of that customer’s lead, its copy written and fetched by who answers. */
async function copyOf(): Promise<Record<string, string>> {
  const { server, A, people } = world;
  const [{ id: requestId }] = await server.database.query(
    `insert into data_subject_request ("right", status, origin, person, received_on, due_on, identity_proof, customer_id, user_id)
     values ('ACCESS', 'IDENTIFIED', 'PORTAL', 'x', current_date, current_date + 28, 'SIGNED_IN', $1, $2) returning id`,
    [A.customer, people.client?.id],
  );
  const { data } = await server.ask(
    people.manager,
    `mutation ($input: PrepareDataArchiveInput!) { prepareDataArchive(input: $input) { archive { id } userErrors { code } } }`,
    { input: { requestId } },
  );
  const { id } = data.prepareDataArchive.archive;
  const { signal } = new AbortController();
  await writeDataArchiveJob.work({ id }, { system: () => server.product.system(), signal } as never);
  const seen = await server.ask(
    people.manager,
    `query ($id: ID!) { dataSubjectRequest(id: $id) { archives { status downloadUrl } } }`,
    { id: requestId },
  );
  const [archive] = seen.data.dataSubjectRequest.archives;
  expect(archive.status).toBe('READY');
  return unzipped((await fetched(server, archive.downloadUrl)).bytes);
}

describe('the one list', () => {
  test('has words for every part of a copy', () => {
    const tables = personalData.filter((rule) => rule.fate && toldOf(rule, false) && toldColumns(rule).length > 0);
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter(({ table }) => !hasWords(`ARCHIVE_SECTION_${table}`)).map(({ table }) => table)).toEqual([]);
  });

  test('leaves out, by hand, what is about others too or made of the rest', () => {
    expect(personalData.filter(({ told, own }) => told === null && own).map(({ table }) => table)).toEqual(NOT_TOLD);
  });
});

/** By these somebody is found, so the word stands in them as their address; or as the words of a search. */
const OTHERWISE = [
  'mail.to',
  'notification.link',
  'invitation.email',
  'registration.email',
  'email_change.email',
  'import_refusal.value',
  'document.words',
  'customer_merge.other_reference',
  'customer.reference',
  'customer.email',
  'customer.phone',
];

const NOT_TOLD = [
  'mission_application',
  'order_link',
  'import_customer',
  'import_line',
  'order_link_run',
  'document_page',
  'customer_duplicate',
  'customer_merge_row',
  'match_key',
  'match_value',
  'match_profile',
];

test('a canary in each of somebody’s own fields is in their copy, and nothing of another’s is', {
  timeout: 120_000,
  retry: 0,
}, async () => {
  const { server, A, B, people } = world;
  await server.database.query(`update customer set kind = 'PERSON', siret = null, vat_number = null where id = any($1)`, [
    [A.customer, B.customer],
  ]);
  await document(
    server,
    { customerId: A.customer, uploadedById: A.lead, name: 'inside.pdf', visibility: 'INTERNAL' as never },
    '%PDF-1.4 internal',
  );
  const asked = `mutation ($input: CreateDataSubjectRequestInput!) { createDataSubjectRequest(input: $input) { userErrors { code } } }`;
  await server.ask(people.client, asked, { input: { customerIds: [A.customer], right: 'OBJECTION' } });
  await server.product.world.services.trail.flush();
  expect((await plantEverywhere({ ...world, A: B }, admin, STRANGER)).length).toBeGreaterThan(100);
  const planted = await plantEverywhere(world, admin, CANARY);
  const files = await copyOf();
  const json = JSON.stringify(JSON.parse(files['donnees.json']));
  const told = personalData.flatMap((rule) =>
    toldOf(rule, false) ? toldColumns(rule).map((column) => `${rule.table}.${column}`) : [],
  );
  const due = planted.filter((name) => told.includes(name));
  expect(due.length).toBeGreaterThan(100);
  expect(due.filter((name) => !json.includes(`${CANARY} ${name}`))).toEqual(OTHERWISE);
  expect(json).toContain(`${CANARY}@canary.test`);
  for (const [name, text] of Object.entries(files)) expect(`${name} ${text}`).not.toContain(STRANGER);
  // What is to be read holds what people typed, as text.
  for (const column of ['customer.name', 'activity.body', 'mail.subject', 'invoice_line.label', 'session.user_agent'])
    expect(files['a-lire.html']).toContain(`${CANARY} ${column}`);
  expect(files['tableaux/contact.csv']).toContain(`${CANARY} contact.name`);
  const documents = Object.entries(files).filter(([name]) => name.startsWith('documents/'));
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.map(([, text]) => text).join('\n')).not.toContain('internal');
});
