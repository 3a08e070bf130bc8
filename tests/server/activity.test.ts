import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Audience } from '../../server/features/activity/activity.entity.js';
import { ActivityKind } from '../../server/features/activity/activity.kinds.js';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;
let theirs: Customer;

beforeAll(async () => {
  server = await startServer();
  [staff, seller, client] = [await person(server, 'staff'), await person(server, 'revendeur'), await person(server, 'client')];
  theirs = await customer(server, { resellerId: seller.id });
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const ADD = `mutation ($input: AddCustomerActivityInput!) { addCustomerActivity(input: $input) {
  activity { id kind title body audience occurredAt author { id } customer { id } viewerCan { pin } } userErrors { path code message } } }`;
const PIN = `mutation ($input: PinActivityInput!) { pinActivity(input: $input) { activity { id pinned } userErrors { code } } }`;
const TIMELINE = `query ($id: ID!, $filter: ActivityFilter, $first: Int, $after: String) { customer(id: $id) {
  activityStats { total kinds { kind count } }
  activities(filter: $filter, first: $first, after: $after) { totalCount nodes { id title kind } pageInfo { hasNextPage endCursor } } } }`;

const counted = async () => (await server.database.query('select count(*)::int as n from activity'))[0].n as number;

describe('writing one', () => {
  test('it is on the timeline, by whoever wrote it', async () => {
    const input = {
      customerId: theirs.id,
      kind: 'CALL',
      title: ' Point devis ',
      body: 'Rappeler lundi',
      occurredAt: '2026-01-05T09:00:00Z',
    };
    const { data } = await server.ask(staff, ADD, { input });
    expect(data.addCustomerActivity).toMatchObject({
      activity: {
        kind: 'CALL',
        title: 'Point devis',
        body: 'Rappeler lundi',
        audience: 'TEAM',
        occurredAt: '2026-01-05T09:00:00.000Z',
        author: { id: staff.id },
        customer: { id: theirs.id },
        viewerCan: { pin: true },
      },
      userErrors: [],
    });
    const [entry] = await server.database.query(`select action from audit_entry where subject_id = $1`, [
      data.addCustomerActivity.activity.id,
    ]);
    expect(entry.action).toBe('activity.add');
  });

  test('a reseller writes to their own customers, and to others as to nobody', async () => {
    const input = { customerId: theirs.id, kind: 'NOTE', title: 'Vu au salon' };
    expect((await server.ask(seller, ADD, { input })).data.addCustomerActivity.userErrors).toEqual([]);
    const other = await customer(server);
    const foreign = await server.ask(seller, ADD, { input: { ...input, customerId: other.id } });
    const unknown = await server.ask(seller, ADD, { input: { ...input, customerId: randomUUID() } });
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    expect(foreign.errors![0].message).toBe(unknown.errors![0].message);
  });

  test('who may not is refused, and every mistake is told at its field; nothing is kept', async () => {
    const before = await counted();
    const input = { customerId: theirs.id, kind: 'INVOICE_ISSUED', title: '  ', occurredAt: '2999-01-01T00:00:00Z' };
    expect(codesOf(await server.ask(null, ADD, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, ADD, { input }))).toEqual(['FORBIDDEN']);
    const { data } = await server.ask(staff, ADD, { input });
    expect(data.addCustomerActivity).toMatchObject({
      activity: null,
      userErrors: [
        { path: ['input', 'kind'], code: 'NOT_WRITTEN_BY_HAND' },
        { path: ['input', 'title'], code: 'BLANK' },
        { path: ['input', 'occurredAt'], code: 'NOT_YET' },
      ],
    });
    expect(await counted()).toBe(before);
  });
});

describe('pinning one', () => {
  test('is for our own people', async () => {
    const note = await activity(server, theirs.id, { audience: Audience.EVERYONE });
    const input = { id: note.id, pinned: true };
    expect((await server.ask(staff, PIN, { input })).data.pinActivity.activity).toEqual({ id: note.id, pinned: true });
    expect(codesOf(await server.ask(null, PIN, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, PIN, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(seller, PIN, { input: { ...input, pinned: false } }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, PIN, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
    const found = await server.ask(staff, TIMELINE, { id: theirs.id, filter: { pinned: true } });
    expect(found.data.customer.activities.nodes.map(({ id }: { id: string }) => id)).toEqual([note.id]);
  });
});

describe('reading a timeline', () => {
  test('page by page, filtered, counted', async () => {
    const one = await customer(server);
    const at = (day: number) => new Date(Date.UTC(2026, 2, day));
    for (const day of [1, 2, 3, 4]) await activity(server, one.id, { occurredAt: at(day), typedTitle: `Jour ${day}` });
    await activity(server, one.id, {
      kind: ActivityKind.DOCUMENT_ADDED,
      typedTitle: null,
      details: { name: 'Devis été.pdf' },
      occurredAt: at(5),
    });
    const page = await server.ask(staff, TIMELINE, { id: one.id, first: 2 });
    expect(page.data.customer).toMatchObject({
      activityStats: {
        total: 5,
        kinds: [
          { kind: 'NOTE', count: 4 },
          { kind: 'DOCUMENT_ADDED', count: 1 },
        ],
      },
      activities: { totalCount: 5, nodes: [{ title: 'Document « Devis été.pdf » ajouté' }, { title: 'Jour 4' }] },
    });
    const { endCursor } = page.data.customer.activities.pageInfo;
    const next = await server.ask(staff, TIMELINE, { id: one.id, first: 2, after: endCursor });
    expect(next.data.customer.activities.nodes).toMatchObject([{ title: 'Jour 3' }, { title: 'Jour 2' }]);
    const titlesOf = async (filter: object) =>
      (await server.ask(staff, TIMELINE, { id: one.id, filter })).data.customer.activities.nodes.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titlesOf({ group: 'DOCUMENT' })).toHaveLength(1);
    expect(await titlesOf({ search: 'ETE' })).toHaveLength(1);
    expect(await titlesOf({ kinds: ['NOTE'], from: at(2), before: at(4) })).toEqual(['Jour 3', 'Jour 2']);
    expect(await titlesOf({ authorId: 'nobody' })).toEqual([]);
  });

  test('a client sees what is shared, part by part', async () => {
    const one = await customer(server);
    const [whole, half] = [await person(server, 'client'), await person(server, 'client')];
    await member(server, whole.id, one.id);
    await member(server, half.id, one.id, { finance: false, documents: false, projects: false });
    const shared = [ActivityKind.MEETING, ActivityKind.INVOICE_ISSUED, ActivityKind.DOCUMENT_ADDED, ActivityKind.MILESTONE_DONE];
    for (const kind of [...shared, ActivityKind.OPPORTUNITY_WON])
      await activity(server, one.id, { kind, audience: Audience.EVERYONE });
    await activity(server, one.id, { kind: ActivityKind.NOTE });
    const kindsOf = async (asker: TestPerson) =>
      (await server.ask(asker, TIMELINE, { id: one.id })).data.customer.activities.nodes.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect((await kindsOf(whole)).sort()).toEqual([...shared].sort());
    expect(await kindsOf(half)).toEqual(['MEETING']);
  });

  test('a prestataire sees how their work goes', async () => {
    const worker = await person(server, 'prestataire');
    const mine = await project(server, theirs.id);
    const other = await project(server, theirs.id);
    await mission(server, theirs.id, { projectId: mine.id, prestataireId: worker.id });
    const subject = (id: string) => ({ subjectType: 'Project', subjectId: id, audience: Audience.EVERYONE });
    const seen = await activity(server, theirs.id, { kind: ActivityKind.MILESTONE_DONE, ...subject(mine.id) });
    await activity(server, theirs.id, { kind: ActivityKind.MILESTONE_DONE, ...subject(other.id) });
    await activity(server, theirs.id, { kind: ActivityKind.INVOICE_ISSUED, ...subject(mine.id) });
    await activity(server, theirs.id, { kind: ActivityKind.COMMENT_ADDED, ...subject(mine.id), audience: Audience.TEAM });
    const { data } = await server.ask(worker, '{ recentActivities { id } }');
    expect(data.recentActivities).toEqual([{ id: seen.id }]);
  });
});

test('the newest of all customers one sees, each in the reader’s language', async () => {
  const late = new Date(Date.now() + 60_000);
  await activity(server, (await customer(server)).id, { occurredAt: late });
  const mine = await activity(server, theirs.id, {
    kind: ActivityKind.PROJECT_STATUS_CHANGED,
    typedTitle: null,
    details: { name: 'Quai', to: 'DONE' },
    occurredAt: late,
  });
  const RECENT = '{ recentActivities(first: 1) { id title } }';
  expect((await server.ask(seller, RECENT)).data.recentActivities).toEqual([{ id: mine.id, title: 'Projet « Quai » terminé' }]);
  expect((await server.ask(staff, RECENT)).data.recentActivities).toHaveLength(1);
  expect(codesOf(await server.ask(null, RECENT))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(staff, '{ recentActivities(first: 101) { id } }'))).toEqual(['BAD_USER_INPUT']);
});

test('a new customer and each change of its status are on its timeline', async () => {
  const manager = await person(server, 'manager');
  const CREATE = `mutation { createCustomer(input: { kind: PERSON, name: "Anne" }) { customer { id } } }`;
  const { id } = (await server.ask(manager, CREATE)).data.createCustomer.customer;
  const STATUS = `mutation ($id: ID!) { setCustomerStatus(input: { id: $id, status: INACTIVE }) { userErrors { code } } }`;
  await server.ask(manager, STATUS, { id });
  await server.ask(manager, STATUS, { id });
  const { data } = await server.ask(manager, TIMELINE, { id });
  expect(data.customer.activities.nodes).toMatchObject([{ title: 'Client désactivé' }, { title: 'Fiche client créée' }]);
});
