import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import type { Project } from '../../server/features/project/project.entity.js';
import { Reach, Role } from '../../server/features/user/role.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;
let worker: TestPerson;
let theirs: Customer;
let work: Project;

beforeAll(async () => {
  server = await startServer();
  [manager, staff, seller, client, worker] = [
    await person(server, 'manager'),
    await person(server, 'staff'),
    await person(server, 'revendeur'),
    await person(server, 'client'),
    await person(server, 'prestataire'),
  ];
  theirs = await customer(server, { resellerId: seller.id });
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

beforeEach(async () => {
  work = await project(server, theirs.id, { managerId: manager.id, budgetCents: 500_000 });
  await mission(server, theirs.id, { projectId: work.id, prestataireId: worker.id });
});

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project {
  id reference name status dueOn budgetCents progress manager { id } milestones { position title } allowedStatuses viewerCan { update comment } }
  userErrors { path code } } }`;
const UPDATE = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { name version description } userErrors { path code } } }`;
const STATUS = `mutation ($input: ChangeProjectStatusInput!) { changeProjectStatus(input: $input) { project { status allowedStatuses } userErrors { path code } } }`;
const COMMENT = `mutation ($input: AddProjectCommentInput!) { addProjectComment(input: $input) {
  comment { id body author { id } project { id } } userErrors { path code } } }`;
const ONE = `query ($id: ID!) { project(id: $id) { id budgetCents progress comments { nodes { body } } viewerCan { update comment } allowedStatuses } }`;

const counted = async () =>
  (
    await server.database.query(`select (select count(*) from project) as projects, (select count(*) from audit_entry where outcome = 'CHANGED') as entries,
      (select count(*) from project_comment) as comments`)
  )[0];
const told = async (userId: string) =>
  (await server.database.query('select kind from notification where user_id = $1 order by id desc limit 1', [userId]))[0]?.kind;

describe('opening one', () => {
  test('it is a draft of whoever opened it, and once a key', async () => {
    const input = {
      customerId: theirs.id,
      name: ' Réfection du quai ',
      startsOn: '2026-03-01',
      dueOn: '2026-05-31',
      budgetCents: 1_250_000,
      milestones: [{ title: 'Étude', dueOn: '2026-03-15' }, { title: 'Travaux' }],
      idempotencyKey: randomUUID(),
    };
    const { data } = await server.ask(staff, CREATE, { input });
    expect(data.createProject).toMatchObject({
      project: {
        name: 'Réfection du quai',
        status: 'DRAFT',
        budgetCents: 1_250_000,
        progress: 0,
        manager: { id: staff.id },
        milestones: [
          { position: 1, title: 'Étude' },
          { position: 2, title: 'Travaux' },
        ],
        allowedStatuses: ['PLANNED', 'IN_PROGRESS', 'CANCELLED'],
        viewerCan: { update: true, comment: true },
      },
      userErrors: [],
    });
    expect(data.createProject.project.reference).toMatch(/^P-\d{5}$/);
    const again = await server.ask(staff, CREATE, { input });
    expect(again.data.createProject.project.id).toBe(data.createProject.project.id);
    expect((await server.ask(client, ONE, { id: data.createProject.project.id })).data.project).toBeNull();
  });

  test('who may not is refused, and every mistake is told at its field; nothing is kept', async () => {
    const before = await counted();
    const input = {
      customerId: theirs.id,
      name: ' ',
      startsOn: '2026-03-02',
      dueOn: '2026-03-01',
      currency: 'E1',
      managerId: client.id,
    };
    expect(codesOf(await server.ask(null, CREATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, CREATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, CREATE, { input: { ...input, customerId: randomUUID() } }))).toEqual(['NOT_FOUND']);
    const { data } = await server.ask(staff, CREATE, { input: { ...input, milestones: [{ title: ' ' }] } });
    expect(data.createProject.userErrors).toEqual([
      { path: ['input', 'milestones', '0', 'title'], code: 'BLANK' },
      { path: ['input', 'name'], code: 'BLANK' },
      { path: ['input', 'dueOn'], code: 'ENDS_BEFORE_START' },
      { path: ['input', 'currency'], code: 'INVALID_CURRENCY' },
      { path: ['input', 'managerId'], code: 'UNKNOWN_USER' },
    ]);
    const wrong = await server.ask(staff, CREATE, { input: { customerId: theirs.id, name: 'Quai', budgetCents: -1 } });
    expect(wrong.data.createProject.userErrors).toEqual([{ path: ['input', 'budgetCents'], code: 'TOO_SMALL' }]);
    expect(await counted()).toEqual(before);
  });
});

describe('changing one', () => {
  test('what was sent changes, and the later of two is told', async () => {
    const input = { id: work.id, version: 1, name: 'Cale', description: 'Béton' };
    const { data } = await server.ask(staff, UPDATE, { input });
    expect(data.updateProject).toEqual({ project: { name: 'Cale', version: 2, description: 'Béton' }, userErrors: [] });
    expect(codesOf(await server.ask(manager, UPDATE, { input }))).toEqual(['CONFLICT']);
    expect(codesOf(await server.ask(null, UPDATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, UPDATE, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
  });

  test('a budget that one may not read one does not write over', async () => {
    const { manager: db } = server.database;
    const permissions = ['project.read', 'project.update'];
    const { key } = await db.save(
      db.create(Role, { key: `plan-${randomUUID()}`, name: 'Plan', reach: Reach.STAFF, permissions, rank: 40 }),
    );
    const planner = await person(server, key);
    const input = { id: work.id, version: 1, name: 'Cale', budgetCents: null };
    expect((await server.ask(planner, UPDATE, { input })).data.updateProject.userErrors).toEqual([
      { path: ['input', 'budgetCents'], code: 'FORBIDDEN' },
    ]);
    expect((await server.ask(staff, ONE, { id: work.id })).data.project.budgetCents).toBe(500_000);
  });

  test('the status goes only where it may, by who may', async () => {
    const to = (asker: TestPerson | null, status: string) => server.ask(asker, STATUS, { input: { id: work.id, status } });
    expect((await to(staff, 'DRAFT')).data.changeProjectStatus.userErrors).toEqual([
      { path: ['input', 'status'], code: 'NOT_FROM_HERE' },
    ]);
    expect(codesOf(await to(null, 'DONE'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await to(client, 'DONE'))).toEqual(['FORBIDDEN']);
    expect((await to(staff, 'DONE')).data.changeProjectStatus).toEqual({
      project: { status: 'DONE', allowedStatuses: [] },
      userErrors: [],
    });
    expect([await told(client.id), await told(worker.id), await told(manager.id)]).toEqual(
      Array(3).fill('PROJECT_STATUS_CHANGED'),
    );
    expect(codesOf(await to(staff, 'IN_PROGRESS'))).toEqual(['FORBIDDEN']);
    expect((await to(manager, 'IN_PROGRESS')).data.changeProjectStatus.project.status).toBe('IN_PROGRESS');
  });
});

describe('comments', () => {
  test('are for those with a part in it, and those for the team stay in the house', async () => {
    const say = (asker: TestPerson | null, body: string, audience?: string) =>
      server.ask(asker, COMMENT, { input: { projectId: work.id, body, audience } });
    expect((await say(client, ' Quand venez-vous ? ')).data.addProjectComment).toMatchObject({
      comment: { body: 'Quand venez-vous ?', author: { id: client.id }, project: { id: work.id } },
      userErrors: [],
    });
    expect([await told(worker.id), await told(manager.id)]).toEqual(['COMMENT_ADDED', 'COMMENT_ADDED']);
    expect((await say(worker, 'Lundi.')).data.addProjectComment.userErrors).toEqual([]);
    expect((await say(staff, 'Marge faible', 'TEAM')).data.addProjectComment.userErrors).toEqual([]);
    const bodies = async (asker: TestPerson) =>
      (await server.ask(asker, ONE, { id: work.id })).data.project.comments.nodes.map(({ body }: { body: string }) => body);
    expect(await bodies(staff)).toEqual(['Marge faible', 'Lundi.', 'Quand venez-vous ?']);
    expect(await bodies(worker)).toEqual(['Lundi.', 'Quand venez-vous ?']);
    expect(await bodies(client)).toEqual(['Lundi.', 'Quand venez-vous ?']);

    const before = await counted();
    expect((await say(client, 'Entre nous', 'TEAM')).data.addProjectComment.userErrors).toEqual([
      { path: ['input', 'audience'], code: 'TEAM_ONLY_BY_US' },
    ]);
    expect((await say(client, ' ')).data.addProjectComment.userErrors).toEqual([{ path: ['input', 'body'], code: 'BLANK' }]);
    expect(codesOf(await say(null, 'Bonjour'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await say(seller, 'Bonjour'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await say(await person(server, 'client'), 'Bonjour'))).toEqual(['NOT_FOUND']);
    expect(await counted()).toEqual(before);
  });
});
