import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { order } from '../support/factories/order.factory.js';
import { lineOf, switchOn as on, runOn as run, tablesOf } from '../support/retention.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;

beforeAll(async () => {
  server = await startServer();
  root = await person(server, 'superadmin');
});
afterAll(() => server.stop());

const query = (text: string, values: unknown[] = []) => server.database.query(text, values);
const runOn = (day: string, dryRun = false) => run(server, root, day, dryRun);
const switchOn = (category: string, months: number) => on(server, category, months);

test('mails, closed requests, buyers nobody knows and leads of nobody', async () => {
  const { id } = await customer(server);
  const at = '2009-12-31T22:59:59Z';
  const [mail] = await query(
    `insert into mail ("to", subject, text, html, status, purpose, customer_id, created_at, sent_at) values ('a@test.example', 'x', 'x', 'x', 'SENT', 'SERVICE', $1, $2, $2) returning id`,
    [id, at],
  );
  const [request] = await query(
    `insert into data_subject_request ("right", origin, person, contact, answer, received_on, due_on, status, closed_at, customer_id)
      values ('ACCESS', 'EMAIL', 'Jeanne', 'j@test.example', 'Fait', '2009-12-01', '2010-01-01', 'REFUSED', $2, $1) returning id`,
    [id, at],
  );
  const loose = await order(server, { customerId: null, email: 'loose@test.example', name: 'Jeanne' } as never);
  await query('update "order" set placed_at = $2 where id = $1', [loose.id, at]);
  const lead = await opportunity(server, root.id, { prospectName: 'Jeanne', contactName: 'Jeanne', title: 'Jeanne' } as never);
  await query('update opportunity set created_at = $2, updated_at = $2 where id = $1', [lead.id, at]);
  await query(`insert into opportunity_note (opportunity_id, body, author_id) values ($1, 'Jeanne', $2)`, [lead.id, root.id]);
  const all = { MAILS: 36, DATA_REQUESTS: 36, LOOSE_ORDERS: 36, LEADS: 36 };
  for (const [category, months] of Object.entries(all)) await switchOn(category, months);
  expect(await runOn('2012-12-31')).toMatchObject({ gone: 0 });
  const dry = await tablesOf(server);
  expect(lineOf(await runOn('2013-01-01', true), 'LEADS')).toMatchObject({ seen: 1 });
  expect(await tablesOf(server)).toEqual(dry);
  const done = await runOn('2013-01-01');
  for (const category of Object.keys(all)) expect(lineOf(done, category)).toMatchObject({ seen: 1, held: 0, failed: 0 });
  expect(await query('select from mail where id = $1', [mail.id])).toEqual([]);
  expect(await query('select person, contact, answer, status from data_subject_request where id = $1', [request.id])).toEqual([
    { person: 'Effacé', contact: null, answer: null, status: 'REFUSED' },
  ]);
  expect(await query('select number, email, name from "order" where id = $1', [loose.id])).toEqual([
    { number: loose.number, email: null, name: null },
  ]);
  expect(await query('select title, prospect_name, contact_name from opportunity where id = $1', [lead.id])).toEqual([
    { title: 'Effacé', prospect_name: 'Effacé', contact_name: null },
  ]);
  expect(await query('select from opportunity_note where opportunity_id = $1', [lead.id])).toEqual([]);
  expect(await runOn('2013-01-01')).toMatchObject({ gone: 0, held: 0, failed: 0 });
});
