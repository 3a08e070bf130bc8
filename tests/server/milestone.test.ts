import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '../../server/features/project/project.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import { type Answer, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;
let client: TestPerson;
let worker: TestPerson;
let work: Project;

beforeAll(async () => {
  server = await startServer();
  [manager, staff, client, worker] = [
    await person(server, 'manager'),
    await person(server, 'staff'),
    await person(server, 'client'),
    await person(server, 'prestataire'),
  ];
});
afterAll(() => server.stop());

beforeEach(async () => {
  const { id } = await customer(server);
  await member(server, client.id, id);
  work = await project(server, id);
  await mission(server, id, { projectId: work.id, prestataireId: worker.id });
});

const ADD_MILESTONE = `mutation ($input: AddMilestoneInput!) { addMilestone(input: $input) { milestone { position title } userErrors { path code } } }`;
const COMPLETE = `mutation ($input: MilestoneInput!) { completeMilestone(input: $input) {
  milestone { doneAt project { progress } viewerCan { complete reopen } } userErrors { path code } } }`;
const REOPEN = `mutation ($input: MilestoneInput!) { reopenMilestone(input: $input) { milestone { doneAt } userErrors { path code } } }`;
const UPDATE_MILESTONE = `mutation ($input: UpdateMilestoneInput!) { updateMilestone(input: $input) {
  milestone { title dueOn position project { milestones { title position } } } userErrors { path code } } }`;
const DELETE_MILESTONE = `mutation ($input: MilestoneInput!) { deleteMilestone(input: $input) {
  deletedId project { progress milestones { title position } } userErrors { path code } } }`;

const counted = async () =>
  (
    await server.database.query(`select (select count(*) from audit_entry where outcome = 'CHANGED') as entries,
      (select count(*) from milestone) as rows, (select count(*) from milestone where done_at is null) as due`)
  )[0];

test('are reached and reopened, and make the progress', async () => {
  const [first] = await milestones(server, work.id, ['Étude', 'Travaux', 'Recette']);
  const input = { id: first.id };
  const { data } = await server.ask(staff, COMPLETE, { input });
  expect(data.completeMilestone).toMatchObject({
    milestone: { doneAt: expect.any(String), project: { progress: 33 }, viewerCan: { complete: false, reopen: true } },
    userErrors: [],
  });
  const before = await counted();
  expect((await server.ask(staff, COMPLETE, { input })).data.completeMilestone.userErrors).toEqual([
    { path: ['input', 'id'], code: 'ALREADY_DONE' },
  ]);
  expect(codesOf(await server.ask(null, REOPEN, { input }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(client, REOPEN, { input }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(staff, COMPLETE, { input: { id: randomUUID() } }))).toEqual(['NOT_FOUND']);
  expect(await counted()).toEqual(before);
  expect((await server.ask(staff, REOPEN, { input })).data.reopenMilestone).toEqual({
    milestone: { doneAt: null },
    userErrors: [],
  });
  expect((await server.ask(staff, REOPEN, { input })).data.reopenMilestone.userErrors).toMatchObject([{ code: 'NOT_DONE' }]);
});

test('a new one comes last', async () => {
  await milestones(server, work.id, ['Étude']);
  const input = { projectId: work.id, title: 'Recette', dueOn: '2026-06-01' };
  expect((await server.ask(staff, ADD_MILESTONE, { input })).data.addMilestone.milestone).toEqual({
    position: 2,
    title: 'Recette',
  });
  expect((await server.ask(staff, ADD_MILESTONE, { input: { ...input, title: ' ' } })).data.addMilestone.userErrors).toEqual([
    { path: ['input', 'title'], code: 'BLANK' },
  ]);
  expect(codesOf(await server.ask(null, ADD_MILESTONE, { input }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(worker, ADD_MILESTONE, { input }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(staff, ADD_MILESTONE, { input: { ...input, projectId: 'none' } }))).toEqual(['NOT_FOUND']);
});

test('one is renamed, dated and put elsewhere; two never share a place', async () => {
  const [first, , third] = await milestones(server, work.id, ['Étude', 'Travaux', 'Recette', 'Garantie'], ['Étude']);
  const change = (asker: TestPerson | null, input: object) => server.ask(asker, UPDATE_MILESTONE, { input });
  const order = ({ data }: Answer) =>
    data?.updateMilestone.milestone.project.milestones.map(({ title }: { title: string }) => title);
  const moved = await change(staff, { id: third.id, title: ' Réception ', dueOn: '2026-06-01', position: 1 });
  expect(moved.data.updateMilestone.milestone).toMatchObject({ title: 'Réception', dueOn: '2026-06-01', position: 1 });
  expect(order(moved)).toEqual(['Réception', 'Étude', 'Travaux', 'Garantie']);
  expect(order(await change(staff, { id: third.id, position: 99 }))).toEqual(['Étude', 'Travaux', 'Garantie', 'Réception']);
  expect(order(await change(staff, { id: first.id, position: 2, dueOn: null }))).toEqual([
    'Travaux',
    'Étude',
    'Garantie',
    'Réception',
  ]);
  // At once, from both ends: they wait for each other.
  await Promise.all([change(staff, { id: first.id, position: 4 }), change(manager, { id: third.id, position: 1 })]);
  const places = await server.database.query('select position from milestone where project_id = $1 order by 1', [work.id]);
  expect(places.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3, 4]);

  const before = await counted();
  expect((await change(staff, { id: first.id, title: ' ', position: 1 })).data.updateMilestone.userErrors).toEqual([
    { path: ['input', 'title'], code: 'BLANK' },
  ]);
  expect((await change(staff, { id: first.id, position: 0 })).data.updateMilestone.userErrors).toEqual([
    { path: ['input', 'position'], code: 'TOO_SMALL' },
  ]);
  expect(codesOf(await change(null, { id: first.id, title: 'Fin' }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await change(client, { id: first.id, title: 'Fin' }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await change(staff, { id: randomUUID(), title: 'Fin' }))).toEqual(['NOT_FOUND']);
  expect(await counted()).toEqual(before);
});

test('one is removed, and those after it move up', async () => {
  const [first] = await milestones(server, work.id, ['Étude', 'Travaux', 'Recette'], ['Travaux']);
  const input = { id: first.id };
  const before = await counted();
  expect(codesOf(await server.ask(null, DELETE_MILESTONE, { input }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(client, DELETE_MILESTONE, { input }))).toEqual(['FORBIDDEN']);
  expect(await counted()).toEqual(before);
  expect((await server.ask(staff, DELETE_MILESTONE, { input })).data.deleteMilestone).toEqual({
    deletedId: first.id,
    project: {
      progress: 50,
      milestones: [
        { title: 'Travaux', position: 1 },
        { title: 'Recette', position: 2 },
      ],
    },
    userErrors: [],
  });
  expect(codesOf(await server.ask(staff, DELETE_MILESTONE, { input }))).toEqual(['NOT_FOUND']);
});
