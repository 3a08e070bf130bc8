import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import type { Mission } from '../../server/features/mission/mission.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let worker: TestPerson;
let other: TestPerson;
let theirs: Customer;
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
  open = await mission(server, theirs.id);
  given = await mission(server, theirs.id, { prestataireId: worker.id });
});

const ASSIGN = `mutation ($input: AssignMissionInput!) { assignMission(input: $input) { mission { status prestataire { id } } userErrors { path code } } }`;
const APPLY = `mutation ($input: ApplyToMissionInput!) { applyToMission(input: $input) { application { id status message mission { id } } userErrors { path code } } }`;
const DECIDE = `mutation ($input: DecideMissionApplicationInput!) { decideMissionApplication(input: $input) {
  application { status mission { status prestataire { id } } } userErrors { path code } } }`;

const counted = async () =>
  (
    await server.database.query(`select (select count(*) from mission) as missions, (select count(*) from audit_entry where outcome = 'CHANGED') as entries,
      (select count(*) from mission_application where status = 'PENDING') as pending, (select count(*) from mission_step) as steps`)
  )[0];
const told = async (userId: string) =>
  (
    await server.database.query('select kind, details from notification where user_id = $1 order by id desc limit 1', [userId])
  )[0];
const apply = async (asker: TestPerson, missionId = open.id): Promise<string> =>
  (await server.ask(asker, APPLY, { input: { missionId, message: ' Libre lundi ' } })).data.applyToMission.application.id;

describe('who does a mission', () => {
  test('is named by us, among prestataires', async () => {
    const input = { id: open.id, prestataireId: worker.id };
    expect((await server.ask(staff, ASSIGN, { input })).data.assignMission).toEqual({
      mission: { status: 'ASSIGNED', prestataire: { id: worker.id } },
      userErrors: [],
    });
    expect(await told(worker.id)).toMatchObject({ kind: 'MISSION_ASSIGNED' });
    const ACTIVITIES = 'query ($id: ID!) { customer(id: $id) { activities(first: 1) { nodes { title } } } }';
    const { data } = await server.ask(client, ACTIVITIES, { id: theirs.id });
    expect(data.customer.activities.nodes[0].title).toBe(`Mission « ${open.title} » confiée à Yann Le Goff`);

    const before = await counted();
    expect(codesOf(await server.ask(null, ASSIGN, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(worker, ASSIGN, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, ASSIGN, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
    const wrong = await server.ask(staff, ASSIGN, { input: { ...input, prestataireId: client.id } });
    expect(wrong.data.assignMission.userErrors).toEqual([{ path: ['input', 'prestataireId'], code: 'UNKNOWN_USER' }]);
    expect(await counted()).toEqual(before);
  });

  test('applies once, while it is open', async () => {
    const input = { missionId: open.id, message: ' Libre lundi ' };
    expect((await server.ask(worker, APPLY, { input })).data.applyToMission).toMatchObject({
      application: { status: 'PENDING', message: 'Libre lundi', mission: { id: open.id } },
      userErrors: [],
    });
    expect(await told(staff.id)).toMatchObject({
      kind: 'MISSION_APPLICATION',
      details: { person: 'Yann Le Goff', status: 'PENDING' },
    });
    const before = await counted();
    expect((await server.ask(worker, APPLY, { input })).data.applyToMission.userErrors).toEqual([
      { path: ['input', 'missionId'], code: 'APPLIED_ALREADY' },
    ]);
    expect((await server.ask(worker, APPLY, { input: { missionId: given.id } })).data.applyToMission.userErrors).toEqual([
      { path: ['input', 'missionId'], code: 'NOT_OPEN' },
    ]);
    expect(codesOf(await server.ask(null, APPLY, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, APPLY, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(other, APPLY, { input: { missionId: given.id } }))).toEqual(['NOT_FOUND']);
    expect(await counted()).toEqual(before);
  });

  test('is accepted, which declines the others', async () => {
    const [mine, hers] = [await apply(worker), await apply(other)];
    const input = { id: mine, accept: true };
    expect(codesOf(await server.ask(null, DECIDE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(worker, DECIDE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, DECIDE, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
    expect((await server.ask(staff, DECIDE, { input })).data.decideMissionApplication).toEqual({
      application: { status: 'ACCEPTED', mission: { status: 'ASSIGNED', prestataire: { id: worker.id } } },
      userErrors: [],
    });
    const MINE = '{ missionApplications { nodes { id status mission { id } } } }';
    const seen = await server.ask(other, MINE);
    expect(seen.data.missionApplications.nodes).toContainEqual({ id: hers, status: 'DECLINED', mission: null });
    const again = await server.ask(staff, DECIDE, { input: { id: hers, accept: true } });
    expect(again.data.decideMissionApplication.userErrors).toEqual([{ path: ['input', 'id'], code: 'DECIDED_ALREADY' }]);
  });

  test('two who accept different people at once: one of them is told', async () => {
    const ids = [await apply(worker), await apply(other)];
    const answers = await Promise.all(ids.map((id) => server.ask(staff, DECIDE, { input: { id, accept: true } })));
    const errors = answers.map(({ data }) => data.decideMissionApplication.userErrors.map(({ code }: { code: string }) => code));
    expect(errors.sort()).toEqual([[], ['DECIDED_ALREADY']]);
  });
});
