import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysAfter, today } from '../../server/features/invoice/invoice.rules.js';
import { MissionStatus } from '../../server/features/mission/mission.entity.js';
import { ProjectStatus } from '../../server/features/project/project.entity.js';
import { person } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity, stages } from '../support/factories/opportunity.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const TO_DO = 'toDo { kind title action link count amountCents currency }';
const dashboard = async (who: Parameters<TestServer['ask']>[0], fields: string) => {
  const { data, errors } = await server.ask(who, `{ dashboard { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.dashboard;
};
const plain = (text: string) => text.replace(/\s/g, ' ');

test('a client sees theirs: projects, what is due, and what to pay', async () => {
  const client = await person(server, 'client');
  const [mine, other] = [await customer(server), await customer(server)];
  await member(server, client.id, mine.id);
  const [open] = [
    await project(server, mine.id),
    await project(server, mine.id, { status: ProjectStatus.DONE }),
    await project(server, other.id),
  ];
  const [next] = await milestones(server, open.id, ['Dalle']);
  await server.database.query('update milestone set due_on = $1 where id = $2', [daysAfter(today(), 3), next.id]);
  const late = await invoice(server, mine.id, { issuedOn: daysAfter(today(), -60) });
  await invoice(server, mine.id);
  await invoice(server, other.id, { issuedOn: daysAfter(today(), -60) });
  const fields = `client { openProjects unpaidInvoices dueCents overdueInvoices overdueCents currency nextMilestone { title project { id } } } prestataire { assigned } superadmin { customers } ${TO_DO}`;
  const seen = await dashboard(client, fields);
  expect(seen).toMatchObject({
    client: {
      openProjects: 1,
      unpaidInvoices: 2,
      dueCents: 24_000,
      overdueInvoices: 1,
      overdueCents: 12_000,
      currency: 'EUR',
      nextMilestone: { title: 'Dalle', project: { id: open.id } },
    },
    prestataire: null,
    superadmin: null,
    toDo: [
      { kind: 'INVOICES_OVERDUE', action: 'Payer', link: `/invoices/${late.id}`, count: 1, amountCents: 12_000, currency: 'EUR' },
    ],
  });
  expect(plain(seen.toDo[0].title)).toBe('Une facture en retard : 120,00 €');
});

test('a member who may not see the money has no figures of it to see', async () => {
  const client = await person(server, 'client');
  const mine = await customer(server);
  await member(server, client.id, mine.id, { finance: false });
  await invoice(server, mine.id, { issuedOn: daysAfter(today(), -60) });
  expect(await dashboard(client, `client { unpaidInvoices dueCents } ${TO_DO}`)).toEqual({
    client: { unpaidInvoices: 0, dueCents: 0 },
    toDo: [],
  });
});

test('a prestataire sees their missions, and what they earn', async () => {
  const [worker, rival] = [await person(server, 'prestataire'), await person(server, 'prestataire')];
  const { id } = await customer(server);
  const begun = new Date(Date.now() - 3_600_000);
  await mission(server, id);
  const now = await mission(server, id, {
    prestataireId: worker.id,
    status: MissionStatus.IN_PROGRESS,
    scheduledStart: begun,
    scheduledEnd: new Date(Date.now() - 1_000),
  });
  await mission(server, id, { prestataireId: worker.id, scheduledStart: new Date(Date.now() + 9 * 86_400_000) });
  await mission(server, id, { prestataireId: worker.id, status: MissionStatus.DELIVERED, deliveredAt: begun });
  await mission(server, id, {
    prestataireId: worker.id,
    status: MissionStatus.APPROVED,
    deliveredAt: begun,
    approvedAt: new Date(),
    feeCents: 40_000,
  });
  await mission(server, id, { prestataireId: rival.id });
  const fields = `prestataire { assigned inProgress delivered available earnedThisMonthCents awaitedCents currency nextMission { id } } ${TO_DO}`;
  expect(await dashboard(worker, fields)).toMatchObject({
    prestataire: {
      assigned: 1,
      inProgress: 1,
      delivered: 1,
      available: 1,
      earnedThisMonthCents: 40_000,
      awaitedCents: 25_000,
      nextMission: { id: now.id },
    },
    toDo: [{ kind: 'MISSIONS_TO_DELIVER', action: 'Livrer', link: `/missions/${now.id}` }],
  });
});

test('a reseller sees their own sales', async () => {
  const [seller, rival] = [await person(server, 'revendeur'), await person(server, 'revendeur')];
  const stage = await stages(server);
  await customer(server, { resellerId: seller.id });
  await customer(server, { resellerId: rival.id });
  const past = await opportunity(server, seller.id, { amountCents: 10_000, expectedCloseOn: daysAfter(today(), -1) });
  await opportunity(server, seller.id, {
    amountCents: 20_000,
    stageId: stage.proposal.id,
    expectedCloseOn: daysAfter(today(), 60),
  });
  await opportunity(server, seller.id, { amountCents: 7_000, stageId: stage.won.id, closedAt: new Date() });
  await opportunity(server, rival.id);
  const fields = `revendeur { customers openOpportunities openCents weightedForecastCents wonThisMonth wonThisMonthCents currency closingSoon { id } } ${TO_DO}`;
  expect(await dashboard(seller, fields)).toMatchObject({
    revendeur: {
      customers: 1,
      openOpportunities: 2,
      openCents: 30_000,
      weightedForecastCents: 11_000,
      wonThisMonth: 1,
      wonThisMonthCents: 7_000,
      closingSoon: [{ id: past.id }],
    },
    toDo: [{ kind: 'OPPORTUNITIES_PAST', action: 'Relancer', link: `/opportunities/${past.id}`, count: 1 }],
  });
});

const ALL = `superadmin { customers activeCustomers newCustomers openProjects lateProjects openMissions missionsToApprove dueCents overdueInvoices
  overdueCents revenue { month revenueCents currency } currency projectsLate { id } recentImports { id } } ${TO_DO}`;

test('our own people see everything, month by month', async () => {
  const manager = await person(server, 'manager');
  const { id } = await customer(server);
  const late = await project(server, id, { dueOn: daysAfter(today(), -400) });
  await mission(server, id, {
    prestataireId: (await person(server, 'prestataire')).id,
    status: MissionStatus.DELIVERED,
    deliveredAt: new Date(0),
  });
  const { superadmin, toDo } = await dashboard(manager, ALL);
  const [counted] = await server.database.query(`
    select (select count(*)::int from customer) as customers, (select count(*)::int from mission where status = 'DELIVERED') as delivered,
      (select sum(due_cents)::int from invoice where status <> 'PAID') as due, (select sum(net_cents)::int from invoice) as net`);
  expect(superadmin).toMatchObject({
    customers: counted.customers,
    activeCustomers: counted.customers,
    newCustomers: counted.customers,
    lateProjects: 1,
    missionsToApprove: counted.delivered,
    dueCents: counted.due,
    projectsLate: [{ id: late.id }],
    recentImports: [],
    currency: 'EUR',
  });
  expect(superadmin.revenue).toHaveLength(12);
  expect(superadmin.revenue[11].month).toBe(`${today().slice(0, 7)}-01`);
  expect(superadmin.revenue.reduce((all: number, { revenueCents }: { revenueCents: number }) => all + revenueCents, 0)).toBe(
    counted.net,
  );
  expect(toDo).toContainEqual(
    expect.objectContaining({ kind: 'PROJECTS_LATE', link: `/projects/${late.id}`, title: 'Un projet en retard' }),
  );
  // Two missions wait; the button leads to both.
  expect(toDo).toContainEqual(
    expect.objectContaining({ kind: 'MISSIONS_TO_APPROVE', count: 2, link: '/missions?status=DELIVERED', action: 'Valider' }),
  );
});

test('a permission less is a figure less', async () => {
  const staff = await person(server, 'staff');
  await server.database.query(`update role set permissions = array_remove(permissions, 'invoice.read') where key = 'staff'`);
  try {
    await expect
      .poll(async () => (await dashboard(staff, ALL)).superadmin)
      .toMatchObject({ customers: expect.any(Number), dueCents: null, revenue: null });
  } finally {
    await server.database.query(`update role set permissions = permissions || '{invoice.read}' where key = 'staff'`);
  }
});

test('few statements answer it', async () => {
  const manager = await person(server, 'manager');
  await dashboard(manager, ALL);
  const { statements } = await server.count(() => dashboard(manager, ALL));
  expect(statements).toBe(4);
});

test('nobody has none', async () => {
  expect(codesOf(await server.ask(null, '{ dashboard { client { openProjects } } }'))).toEqual(['UNAUTHENTICATED']);
});
