import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../server/core/context.js';
import { MissionStatus } from '../../server/features/mission/mission.entity.js';
import { ApplicationStatus } from '../../server/features/mission/mission-application.entity.js';
import { type NotificationDetails, NotificationKind } from '../../server/features/notification/notification.entity.js';
import { notify } from '../../server/features/notification/notification.service.js';
import { titleOf } from '../../server/features/notification/notification.words.js';
import { ProjectStatus } from '../../server/features/project/project.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let anna: TestPerson;
let bruno: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [anna, bruno] = [await person(server, 'client'), await person(server, 'prestataire')];
});
afterAll(() => server.stop());

const LIST = `query ($filter: NotificationFilter) { notifications(filter: $filter) { totalCount nodes { id kind title link readAt createdAt } } unreadNotificationCount }`;
const MARK = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount userErrors { path code } } }`;
const assigned = (mission: string) =>
  ({ kind: NotificationKind.MISSION_ASSIGNED, details: { mission }, link: '/missions/1' }) as const;
const as = async (who: TestPerson): Promise<Context> => (await server.product.contextOf(who.id)) as Context;

test('each person reads their own, in their language, and nobody else’s', async () => {
  await notify(server.product.system(), [anna.id, anna.id, null, undefined], assigned('Toiture'));
  await notify(server.product.system(), [bruno.id], {
    kind: NotificationKind.INVOICE_ISSUED,
    details: { number: 'F2026-00001', amountCents: 123_450, currency: 'EUR' },
  });
  const { data } = await server.ask(anna, LIST);
  expect(data).toMatchObject({
    unreadNotificationCount: 1,
    notifications: {
      totalCount: 1,
      nodes: [{ kind: 'MISSION_ASSIGNED', title: 'La mission « Toiture » vous est confiée.', link: '/missions/1', readAt: null }],
    },
  });
  const theirs = await server.ask(bruno, LIST);
  expect(theirs.data.notifications.nodes[0].title.replace(/\s/g, ' ')).toBe('Nouvelle facture F2026-00001 : 1 234,50 €.');
});

test('whoever did it is not told, nor whoever is suspended', async () => {
  const suspended = await person(server, 'client');
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [suspended.id]);
  await notify(await as(bruno), [bruno.id, suspended.id], assigned('Serrurerie'));
  const [{ count }] = await server.database.query(
    `select count(*)::int from notification where details ->> 'mission' = 'Serrurerie'`,
  );
  expect(count).toBe(0);
});

test('read ones are told from unread ones', async () => {
  const clara = await person(server, 'revendeur');
  for (const mission of ['Une', 'Deux', 'Trois']) await notify(server.product.system(), [clara.id], assigned(mission));
  const [first] = (await server.ask(clara, LIST)).data.notifications.nodes;
  expect((await server.ask(clara, MARK, { input: { ids: [first.id] } })).data.markNotificationsRead).toEqual({
    unreadCount: 2,
    userErrors: [],
  });
  expect((await server.ask(clara, LIST, { filter: { unread: true } })).data.notifications.totalCount).toBe(2);
  expect((await server.ask(clara, LIST, { filter: { unread: false } })).data.notifications.nodes).toMatchObject([
    { id: first.id, readAt: expect.any(String) },
  ]);
  expect((await server.ask(clara, MARK, { input: {} })).data.markNotificationsRead.unreadCount).toBe(0);
});

test('somebody else’s is as good as none, and then none is marked', async () => {
  const [dora, emil] = [await person(server, 'client'), await person(server, 'client')];
  await notify(server.product.system(), [dora.id, emil.id], assigned('Peinture'));
  const [hers] = (await server.ask(dora, LIST)).data.notifications.nodes;
  const [his] = (await server.ask(emil, LIST)).data.notifications.nodes;
  for (const foreign of [his.id, randomUUID(), 'nonsense'])
    expect(codesOf(await server.ask(dora, MARK, { input: { ids: [hers.id, foreign] } }))).toEqual(['NOT_FOUND']);
  expect((await server.ask(dora, LIST)).data.unreadNotificationCount).toBe(1);
  expect((await server.ask(emil, LIST)).data.unreadNotificationCount).toBe(1);
});

test('nobody signed in reads or marks any, and a list too long is refused', async () => {
  expect(codesOf(await server.ask(null, LIST))).toContain('UNAUTHENTICATED');
  expect(codesOf(await server.ask(null, MARK, { input: {} }))).toEqual(['UNAUTHENTICATED']);
  const tooMany = await server.ask(anna, MARK, { input: { ids: Array.from({ length: 501 }, () => randomUUID()) } });
  expect(tooMany.data.markNotificationsRead.userErrors).toEqual([{ path: ['input', 'ids'], code: 'TOO_MANY' }]);
});

test('every kind has its title in both languages', () => {
  const details: NotificationDetails = {
    MISSION_ASSIGNED: { mission: 'M' },
    MISSION_STATUS_CHANGED: { mission: 'M', status: 'DELIVERED' },
    MISSION_RESCHEDULED: { mission: 'M', start: '2026-06-12T06:00:00.000Z', end: '' },
    MISSION_APPLICATION: { mission: 'M', status: 'PENDING', person: 'P' },
    PROJECT_STATUS_CHANGED: { project: 'P', status: 'ON_HOLD' },
    COMMENT_ADDED: { project: 'P', person: 'P' },
    DOCUMENT_ADDED: { document: 'D', person: 'P' },
    INVOICE_ISSUED: { number: 'F1', amountCents: 1, currency: 'EUR' },
    PAYMENT_RECEIVED: { number: 'F1', amountCents: 1, currency: 'EUR' },
    OPPORTUNITY_STAGE_CHANGED: { opportunity: 'O', stageFr: 'Gagné', stageEn: 'Won' },
    OPPORTUNITY_NOTE_ADDED: { opportunity: 'O', person: 'P' },
    CUSTOMER_ASSIGNED: { customer: 'C' },
    CUSTOMER_CREATED: { customer: 'C', person: 'P' },
    SEGMENT_MOVED: { segmentFr: 'À risque', segmentEn: 'At risk', entered: 3, left: 1 },
    MENTIONED: { person: 'P', customer: 'C' },
    IMPORT_FINISHED: { file: 'F', created: 1, updated: 2, refused: 3 },
    EXPORT_READY: { file: 'F' },
    DATA_REQUEST_RECEIVED: { right: 'ERASURE', reference: 'RGPD-00001' },
    DATA_BREACH_DUE: { reference: 'VIOL-00001', dueAt: '2026-03-29T10:00:00.000Z' },
    DATA_BREACH_OVERDUE: { reference: 'VIOL-00001', dueAt: '2026-03-29T10:00:00.000Z' },
    DATA_REQUEST_DUE: { right: 'ACCESS', reference: 'RGPD-00001', dueOn: '2026-02-28' },
    DATA_ARCHIVE_READY: { reference: 'RGPD-00001' },
    DATA_REQUEST_ANSWERED: { reference: 'RGPD-00001', status: 'COMPLETED' },
    EXPORT_FAILED: { file: 'F' },
  };
  for (const kind of Object.values(NotificationKind)) {
    const [fr, en] = (['fr', 'en'] as const).map((locale) => titleOf({ kind, details: { ...details[kind] } }, locale));
    expect(fr).not.toMatch(/NOTIFICATION_|\{/);
    expect(en).not.toMatch(/NOTIFICATION_|\{/);
    expect(fr).not.toBe(en);
  }
});

test('every status is said in words', () => {
  for (const status of [MissionStatus, ProjectStatus, ApplicationStatus].flatMap((statuses) => Object.values(statuses)))
    for (const locale of ['fr', 'en'] as const)
      expect(titleOf({ kind: NotificationKind.MISSION_STATUS_CHANGED, details: { mission: 'M', status } }, locale)).not.toContain(
        'STATUS',
      );
});
