import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { type Mission, MissionStatus } from '../../server/features/mission/mission.entity.js';
import type { Project } from '../../server/features/project/project.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

const ONE = `query ($id: ID!) { mission(id: $id) { id title street feeCents customer { id email } project { id }
  allowedStatuses viewerCan { update changeStatus apply } steps { from to note } } }`;

describe.each(['planned', 'loaders'] as const)('reading, %s', (answers) => {
  let server: TestServer;
  let seller: TestPerson;
  let client: TestPerson;
  let worker: TestPerson;
  let other: TestPerson;
  let theirs: Customer;
  let work: Project;
  let open: Mission;
  let given: Mission;

  beforeAll(async () => {
    server = await startServer({ answers });
    [seller, client, worker, other] = [
      await person(server, 'revendeur'),
      await person(server, 'client'),
      await person(server, 'prestataire'),
      await person(server, 'prestataire'),
    ];
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    theirs = await customer(server, { resellerId: seller.id });
    await member(server, client.id, theirs.id);
    work = await project(server, theirs.id);
    open = await mission(server, theirs.id, { projectId: work.id });
    given = await mission(server, theirs.id, { projectId: work.id, prestataireId: worker.id });
  });

  test('each sees theirs: the fee never the client, the street and the customer not before it is yours', async () => {
    const seen = (asker: TestPerson, id: string) => server.ask(asker, ONE, { id });
    expect((await seen(worker, given.id)).data.mission).toMatchObject({
      street: '3 rue du Port',
      feeCents: 25_000,
      customer: { id: theirs.id },
      project: { id: work.id },
      allowedStatuses: ['IN_PROGRESS'],
      viewerCan: { update: false, changeStatus: true, apply: false },
    });
    expect((await seen(other, open.id)).data.mission).toMatchObject({
      street: null,
      feeCents: 25_000,
      customer: null,
      project: null,
      viewerCan: { changeStatus: false, apply: true },
    });
    expect((await seen(other, given.id)).data.mission).toBeNull();
    const forClient = await seen(client, given.id);
    expect(forClient.data.mission).toMatchObject({ feeCents: null, street: '3 rue du Port' });
    expect(codesOf(forClient)).toEqual(['FORBIDDEN']);
    expect(codesOf(await seen(seller, given.id))).toEqual(['FORBIDDEN']);
    expect((await seen(await person(server, 'client'), given.id)).data.mission).toBeNull();
  });

  test('a prestataire’s own list, the open ones, and the figures', async () => {
    const me = await person(server, 'prestataire');
    const fields = { prestataireId: me.id, estimatedMinutes: 90 };
    const scheduledStart = new Date('2026-03-01T08:00:00Z');
    const soon = await mission(server, theirs.id, { ...fields, scheduledStart, projectId: work.id });
    const undated = await mission(server, theirs.id, { ...fields, title: 'Vérifier l’écluse' });
    await mission(server, theirs.id, { ...fields, status: MissionStatus.APPROVED, approvedAt: new Date() });
    const LIST = `query ($filter: MissionFilter) { missions(filter: $filter) { totalCount nodes { id } }
      availableMissions(sort: CREATED_AT, direction: DESC) { nodes { id status } } }`;
    const ids = async (filter: object) =>
      (await server.ask(me, LIST, { filter })).data.missions.nodes.map(({ id }: { id: string }) => id);
    expect(await ids({ status: 'ASSIGNED' })).toEqual([soon.id, undated.id]);
    expect(await ids({ search: 'ecluse' })).toEqual([undated.id]);
    expect(await ids({ projectId: work.id, before: '2026-03-02T00:00:00Z' })).toEqual([soon.id]);
    expect(await ids({ projectId: 'none' })).toEqual([]);
    const { data } = await server.ask(me, LIST);
    expect(data.missions.totalCount).toBe(3);
    expect(data.availableMissions.nodes[0]).toEqual({ id: open.id, status: 'OPEN' });
    const FIGURES = '{ missionStats { total open available assigned approved minutesThisMonth earnedThisMonthCents } }';
    const { missionStats } = (await server.ask(me, FIGURES)).data;
    expect(missionStats).toMatchObject({ total: 3, open: 0, assigned: 2, approved: 1 });
    expect(missionStats).toMatchObject({ minutesThisMonth: 90, earnedThisMonthCents: 25_000 });
    expect(missionStats.available).toBeGreaterThan(0);
    const NESTED = `query ($id: ID!) { customer(id: $id) { missions { totalCount } projects { nodes { missions { totalCount } } } } }`;
    expect((await server.ask(me, NESTED, { id: theirs.id })).data.customer).toEqual({
      missions: { totalCount: 4 },
      projects: { nodes: [{ missions: { totalCount: 2 } }] },
    });
  });
});
