import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import type { Mission } from '../../server/features/mission/mission.entity.js';
import { type Project, ProjectStatus } from '../../server/features/project/project.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let worker: TestPerson;
let other: TestPerson;
let theirs: Customer;
let work: Project;
let open: Mission;
let given: Mission;

beforeAll(async () => {
  server = await startServer();
  [staff, client, worker, other] = [
    await person(server, 'staff'),
    await person(server, 'client'),
    await person(server, 'prestataire', 'Yann Le Goff'),
    await person(server, 'prestataire'),
  ];
});
afterAll(() => server.stop());

beforeEach(async () => {
  theirs = await customer(server, { managerId: staff.id });
  await member(server, client.id, theirs.id);
  work = await project(server, theirs.id, { managerId: staff.id });
  open = await mission(server, theirs.id, { projectId: work.id });
  given = await mission(server, theirs.id, { projectId: work.id, prestataireId: worker.id });
});

const CREATE = `mutation ($input: CreateMissionInput!) { createMission(input: $input) { mission {
  id reference title status street feeCents allowedStatuses project { id } viewerCan { assign } } userErrors { path code } } }`;
const UPDATE = `mutation ($input: UpdateMissionInput!) { updateMission(input: $input) { mission { title version } userErrors { path code } } }`;
const STATUS = `mutation ($input: ChangeMissionStatusInput!) { changeMissionStatus(input: $input) { mission {
  status allowedStatuses deliveredAt approvedAt } userErrors { path code } } }`;
const APPLY = `mutation ($input: ApplyToMissionInput!) { applyToMission(input: $input) { application { id status message mission { id } } userErrors { path code } } }`;
const ONE = `query ($id: ID!) { mission(id: $id) { id title street feeCents customer { id email } project { id }
  allowedStatuses viewerCan { update changeStatus apply } steps { from to note } } }`;

const counted = async () =>
  (
    await server.database.query(`select (select count(*) from mission) as missions, (select count(*) from audit_entry where outcome = 'CHANGED') as entries,
      (select count(*) from mission_application where status = 'PENDING') as pending, (select count(*) from mission_step) as steps`)
  )[0];
const told = async (userId: string) =>
  (
    await server.database.query('select kind, details from notification where user_id = $1 order by id desc limit 1', [userId])
  )[0];
const to = (asker: TestPerson | null, id: string, status: string, note?: string) =>
  server.ask(asker, STATUS, { input: { id, status, note } });
const apply = async (asker: TestPerson, missionId = open.id): Promise<string> =>
  (await server.ask(asker, APPLY, { input: { missionId, message: ' Libre lundi ' } })).data.applyToMission.application.id;

describe('making and changing one', () => {
  test('its project is the customer’s, and still under way', async () => {
    const elsewhere = await project(server, (await customer(server)).id);
    const done = await project(server, theirs.id, { status: ProjectStatus.DONE });
    const before = await counted();
    for (const [projectId, code] of [
      [elsewhere.id, 'UNKNOWN_PROJECT'],
      [randomUUID(), 'UNKNOWN_PROJECT'],
      ['x', 'UNKNOWN_PROJECT'],
      [done.id, 'PROJECT_CLOSED'],
    ]) {
      const made = await server.ask(staff, CREATE, { input: { customerId: theirs.id, title: 'Pose', projectId } });
      expect(made.data.createMission).toEqual({ mission: null, userErrors: [{ path: ['input', 'projectId'], code }] });
      const moved = await server.ask(staff, UPDATE, { input: { id: open.id, projectId } });
      expect(moved.data.updateMission).toEqual({ mission: null, userErrors: [{ path: ['input', 'projectId'], code }] });
    }
    expect(await counted()).toEqual(before);
    // It stays where it is, though its project is done by now.
    await server.database.query(`update project set status = 'DONE' where id = $1`, [work.id]);
    const kept = await server.ask(staff, UPDATE, { input: { id: open.id, projectId: work.id, title: 'Autre' } });
    expect(kept.data.updateMission).toMatchObject({ mission: { title: 'Autre' }, userErrors: [] });
  });

  test('it is a draft with the next reference', async () => {
    const input = {
      customerId: theirs.id,
      projectId: work.id,
      title: 'Pose',
      street: '2 quai',
      feeCents: 30_000,
      idempotencyKey: randomUUID(),
    };
    const { data } = await server.ask(staff, CREATE, { input });
    expect(data.createMission).toMatchObject({
      mission: {
        title: 'Pose',
        status: 'DRAFT',
        street: '2 quai',
        feeCents: 30_000,
        allowedStatuses: ['OPEN', 'CANCELLED'],
        project: { id: work.id },
        viewerCan: { assign: true },
      },
      userErrors: [],
    });
    expect(data.createMission.mission.reference).toMatch(/^M-\d{5}$/);
    expect((await server.ask(staff, CREATE, { input })).data.createMission.mission.id).toBe(data.createMission.mission.id);
    expect((await server.ask(client, ONE, { id: data.createMission.mission.id })).data.mission).toBeNull();
    expect((await server.ask(worker, ONE, { id: data.createMission.mission.id })).data.mission).toBeNull();
  });

  test('who may not is refused, and every mistake is told at its field; nothing is kept', async () => {
    const before = await counted();
    const elsewhere = await project(server, (await customer(server)).id);
    const input = {
      customerId: theirs.id,
      title: ' ',
      scheduledStart: '2026-03-02T08:00:00Z',
      scheduledEnd: '2026-03-01T08:00:00Z',
      projectId: elsewhere.id,
    };
    expect(codesOf(await server.ask(null, CREATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(worker, CREATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, CREATE, { input: { ...input, customerId: randomUUID() } }))).toEqual(['NOT_FOUND']);
    expect((await server.ask(staff, CREATE, { input })).data.createMission.userErrors).toEqual([
      { path: ['input', 'title'], code: 'BLANK' },
      { path: ['input', 'scheduledEnd'], code: 'ENDS_BEFORE_START' },
      { path: ['input', 'projectId'], code: 'UNKNOWN_PROJECT' },
    ]);
    expect(await counted()).toEqual(before);
  });

  test('the later of two changes is told', async () => {
    const input = { id: open.id, version: 1, title: 'Pose du ponton' };
    expect((await server.ask(staff, UPDATE, { input })).data.updateMission.mission).toEqual({
      title: 'Pose du ponton',
      version: 2,
    });
    expect(codesOf(await server.ask(staff, UPDATE, { input }))).toEqual(['CONFLICT']);
    expect(codesOf(await server.ask(null, UPDATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(worker, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, UPDATE, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
    await server.database.query(`update mission set status = 'CANCELLED' where id = $1`, [open.id]);
    expect(codesOf(await server.ask(staff, UPDATE, { input: { ...input, version: 2 } }))).toEqual(['FORBIDDEN']);
  });

  test('whoever does it is told of other dates, in words of their language, and of nothing else', async () => {
    const { id } = await mission(server, theirs.id, { prestataireId: worker.id, title: 'Relevé' });
    const plan = (input: object) => server.ask(staff, UPDATE, { input: { id, ...input } });
    await plan({ scheduledStart: '2026-06-12T06:00:00Z', scheduledEnd: '2026-06-12T15:30:00Z' });
    const news = async () =>
      (await server.ask(worker, '{ notifications(first: 5) { nodes { kind title link } } }')).data.notifications.nodes;
    const [first, ...before] = await news();
    expect(first).toMatchObject({ kind: 'MISSION_RESCHEDULED', link: `/missions/${id}` });
    expect(first.title).toMatch(/^Mission « Relevé », nouvelles dates : 12 juin 2026.*08:00.*17:30\.$/);
    await plan({ scheduledStart: '2026-06-12T06:00:00Z', street: '4 rue du Port' });
    expect(await news()).toEqual([first, ...before]);
    await plan({ scheduledStart: null, scheduledEnd: null });
    expect((await news())[0].title).toBe('Mission « Relevé », nouvelles dates : à fixer.');
  });
});

describe('its status', () => {
  test('goes its way between the prestataire and us', async () => {
    const step = async (asker: TestPerson, status: string, note?: string) =>
      (await to(asker, given.id, status, note)).data.changeMissionStatus.mission;
    expect(await step(worker, 'IN_PROGRESS')).toMatchObject({ status: 'IN_PROGRESS', allowedStatuses: ['DELIVERED'] });
    expect(await step(worker, 'DELIVERED')).toMatchObject({ deliveredAt: expect.any(String), allowedStatuses: [] });
    expect(await told(staff.id)).toMatchObject({ kind: 'MISSION_STATUS_CHANGED', details: { status: 'DELIVERED' } });
    expect(await step(staff, 'IN_PROGRESS', ' Il manque les photos ')).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await told(worker.id)).toMatchObject({ kind: 'MISSION_STATUS_CHANGED', details: { status: 'IN_PROGRESS' } });
    await step(worker, 'DELIVERED');
    expect(await step(staff, 'APPROVED')).toMatchObject({ approvedAt: expect.any(String), allowedStatuses: [] });
    const steps = [
      { from: 'ASSIGNED', to: 'IN_PROGRESS', note: null },
      { from: 'IN_PROGRESS', to: 'DELIVERED', note: null },
      { from: 'DELIVERED', to: 'IN_PROGRESS', note: 'Il manque les photos' },
      { from: 'IN_PROGRESS', to: 'DELIVERED', note: null },
      { from: 'DELIVERED', to: 'APPROVED', note: null },
    ];
    expect((await server.ask(worker, ONE, { id: given.id })).data.mission.steps).toEqual(steps);
    expect((await server.ask(client, ONE, { id: given.id })).data.mission.steps).toEqual([]);
  });

  test('only where it may go, by who may; nothing is kept otherwise', async () => {
    const before = await counted();
    expect(codesOf(await to(null, given.id, 'IN_PROGRESS'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await to(client, given.id, 'IN_PROGRESS'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await to(worker, given.id, 'CANCELLED'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await to(other, given.id, 'IN_PROGRESS'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await to(other, randomUUID(), 'IN_PROGRESS'))).toEqual(['NOT_FOUND']);
    expect((await to(worker, given.id, 'APPROVED')).data.changeMissionStatus.userErrors).toEqual([
      { path: ['input', 'status'], code: 'NOT_FROM_HERE' },
    ]);
    expect(await counted()).toEqual(before);
  });

  test('who says which version they saw is told of a newer one', async () => {
    const input = { id: given.id, status: 'IN_PROGRESS', version: given.version };
    await server.ask(staff, UPDATE, { input: { id: given.id, title: 'Pose du ponton, quai nord' } });
    const before = await counted();
    expect(codesOf(await server.ask(worker, STATUS, { input }))).toEqual(['CONFLICT']);
    expect(await counted()).toEqual(before);
    const again = { input: { ...input, version: given.version + 1 } };
    expect((await server.ask(worker, STATUS, again)).data.changeMissionStatus.mission).toMatchObject({ status: 'IN_PROGRESS' });
  });

  test('opened again, it is nobody’s, and who had it is told', async () => {
    await to(staff, given.id, 'OPEN');
    expect(await told(worker.id)).toMatchObject({ kind: 'MISSION_STATUS_CHANGED', details: { status: 'OPEN' } });
    const [row] = await server.database.query('select prestataire_id from mission where id = $1', [given.id]);
    expect(row.prestataire_id).toBeNull();
  });

  test('cancelled, nobody waits for an answer, and it opens nothing any more', async () => {
    await apply(worker);
    await to(staff, open.id, 'CANCELLED');
    expect(await told(worker.id)).toMatchObject({ kind: 'MISSION_APPLICATION', details: { status: 'DECLINED' } });
    const CUSTOMER = 'query ($id: ID!) { customer(id: $id) { id } }';
    expect((await server.ask(worker, CUSTOMER, { id: theirs.id })).data.customer).toEqual({ id: theirs.id });
    await to(staff, given.id, 'CANCELLED');
    expect((await server.ask(worker, CUSTOMER, { id: theirs.id })).data.customer).toBeNull();
  });
});
