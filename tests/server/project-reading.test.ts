import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ActivityKind } from '../../server/features/activity/activity.kinds.js';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { type Project, ProjectStatus } from '../../server/features/project/project.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import { startServer, type TestServer } from '../support/server.js';

const ONE = `query ($id: ID!) { project(id: $id) { id budgetCents progress comments { nodes { body } } viewerCan { update comment } allowedStatuses } }`;

describe.each(['planned', 'loaders'] as const)('reading, %s', (answers) => {
  let server: TestServer;
  let staff: TestPerson;
  let seller: TestPerson;
  let client: TestPerson;
  let worker: TestPerson;
  let theirs: Customer;
  let work: Project;

  beforeAll(async () => {
    server = await startServer({ answers });
    [staff, seller, client, worker] = [
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
    work = await project(server, theirs.id, { budgetCents: 500_000 });
    await mission(server, theirs.id, { projectId: work.id, prestataireId: worker.id });
  });

  test('each sees theirs, and the money only who may', async () => {
    const poor = await person(server, 'client');
    await member(server, poor.id, theirs.id, { finance: false });
    const blind = await person(server, 'client');
    await member(server, blind.id, theirs.id, { projects: false });
    const seen = async (asker: TestPerson) => (await server.ask(asker, ONE, { id: work.id })).data.project;
    expect(await seen(staff)).toMatchObject({ budgetCents: 500_000, viewerCan: { update: true, comment: true } });
    expect(await seen(client)).toMatchObject({
      budgetCents: 500_000,
      viewerCan: { update: false, comment: true },
      allowedStatuses: [],
    });
    expect(await seen(poor)).toMatchObject({ budgetCents: null });
    expect(await seen(blind)).toBeNull();
    expect(await seen(await person(server, 'prestataire'))).toBeNull();
    const NAMES = 'query ($id: ID!) { project(id: $id) { id progress viewerCan { comment } } }';
    expect((await server.ask(worker, NAMES, { id: work.id })).data.project).toMatchObject({
      progress: null,
      viewerCan: { comment: true },
    });
    expect((await server.ask(seller, NAMES, { id: work.id })).data.project).toMatchObject({ viewerCan: { comment: false } });
    expect((await server.ask(await person(server, 'revendeur'), NAMES, { id: work.id })).data.project).toBeNull();
    expect((await server.ask(worker, ONE, { id: work.id })).data.project.budgetCents).toBeNull();
  });

  test('the list is filtered and sorted, the figures are those of what one sees', async () => {
    const one = await customer(server);
    const reader = await person(server, 'client');
    await member(server, reader.id, one.id);
    const late = await project(server, one.id, { name: 'Écluse', dueOn: '2020-01-01', budgetCents: 100 });
    const done = await project(server, one.id, { name: 'Môle', status: ProjectStatus.DONE, dueOn: '2019-01-01' });
    const open = await project(server, one.id, { name: 'Phare', managerId: staff.id });
    await project(server, one.id, { status: ProjectStatus.DRAFT });
    await milestones(server, late.id, ['a', 'b'], ['a']);
    await milestones(server, open.id, ['a', 'b'], ['a', 'b']);
    const LIST = `query ($filter: ProjectFilter, $sort: ProjectSort! = DUE_ON) { projects(filter: $filter, sort: $sort, direction: ASC) { totalCount nodes { id } } }`;
    const ids = async (asker: TestPerson, filter: object) =>
      (await server.ask(asker, LIST, { filter })).data.projects.nodes.map(({ id }: { id: string }) => id);
    expect(await ids(reader, {})).toEqual([done.id, late.id, open.id]);
    expect(await ids(staff, { customerId: one.id, late: true })).toEqual([late.id]);
    expect(await ids(staff, { customerId: one.id, mine: true })).toEqual([open.id]);
    expect(await ids(staff, { customerId: one.id, search: 'ecl' })).toEqual([late.id]);
    expect(await ids(staff, { customerId: one.id, status: 'DONE' })).toEqual([done.id]);
    const { data } = await server.ask(
      reader,
      '{ projectStats { total draft planned inProgress onHold done cancelled late averageProgress budgetCents } }',
    );
    expect(data.projectStats).toEqual({
      total: 3,
      draft: 0,
      planned: 0,
      inProgress: 2,
      onHold: 0,
      done: 1,
      cancelled: 0,
      late: 1,
      averageProgress: 75,
      budgetCents: 100,
    });
  });

  test('the timeline has what happened and what is planned', async () => {
    const done = await mission(server, theirs.id, { projectId: work.id });
    const about = (subjectType: string, subjectId: string, day: string) => ({
      subjectType,
      subjectId,
      occurredAt: new Date(`${day}T10:00:00Z`),
      typedTitle: null,
    });
    await activity(server, theirs.id, {
      kind: ActivityKind.PROJECT_CREATED,
      details: { name: 'Quai' },
      ...about('Project', work.id, '2026-01-01'),
    });
    await activity(server, theirs.id, {
      kind: ActivityKind.MISSION_STATUS_CHANGED,
      details: { title: 'Pose', to: 'APPROVED' },
      ...about('Mission', done.id, '2026-02-01'),
    });
    const [dated] = await milestones(server, work.id, ['Étude', 'Sans date']);
    await server.database.query(`update milestone set due_on = '2026-01-15' where id = $1`, [dated.id]);
    const TIMELINE = `query ($id: ID!) { project(id: $id) { timeline { at milestone { title viewerCan { complete } } activity { title author { id } } } } }`;
    const { data } = await server.ask(staff, TIMELINE, { id: work.id });
    expect(data.project.timeline).toEqual([
      { at: '2026-02-01T10:00:00.000Z', milestone: null, activity: { title: 'Mission « Pose » validée', author: null } },
      { at: '2026-01-14T23:00:00.000Z', milestone: { title: 'Étude', viewerCan: { complete: true } }, activity: null },
      { at: '2026-01-01T10:00:00.000Z', milestone: null, activity: { title: 'Projet « Quai » ouvert', author: null } },
    ]);
    const seen = await server.ask(client, TIMELINE, { id: work.id });
    expect(seen.data.project.timeline).toHaveLength(1);
  });
});
