import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { remindOfBreaches } from '../../server/features/data-breach/data-breach.jobs.js';
import { person, type TestPerson } from '../support/as.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  // With jobs: a timetable that can't be read would stop them all.
  server = await startServer({ jobs: true });
  [staff, manager] = [await person(server, 'staff'), await person(server, 'manager')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.asSuperuser('delete from data_breach_entry');
  await server.database.query('delete from data_breach');
  await server.database.query('delete from notification');
});

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const SHOWN = `id reference title natures awareAt dueAt happenedAt peopleCount risk noRiskReason notifiedAt notificationReference
  lateReason peopleToldAt peopleNotToldReason closedAt version closedBy { id } viewerCan { update notify tellPeople addEntry close }`;
const run = (who: Asker | null, field: string, input: object, answer = `dataBreach { ${SHOWN} }`) =>
  server.ask(
    who,
    `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { ${answer} userErrors { path code message } } }`,
    { input },
  );
const facts = {
  title: 'Ordinateur volé',
  description: 'Un portable de l’équipe, disque chiffré.',
  natures: ['CONFIDENTIALITY'],
  people: 'Clients',
  records: 'Coordonnées',
  consequences: 'Hameçonnage',
  measures: 'Session fermée à distance',
};
const create = (who: Asker | null, input: object = {}) => run(who, 'createDataBreach', { ...facts, awareAt: ago(1), ...input });
const update = (who: Asker | null, input: object) => run(who, 'updateDataBreach', { ...facts, awareAt: ago(1), ...input });
const made = async (answer: Promise<Answer>) => {
  const { data } = await answer;
  expect(data.it.userErrors).toEqual([]);
  return data.it.dataBreach;
};
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]));
const all = async () => [
  await server.database.query('select * from data_breach order by id'),
  await server.database.query('select * from data_breach_entry order by id'),
];

describe('a breach', () => {
  test('is written down, and its clock runs from when we became aware', async () => {
    const breach = await made(
      create(manager, { awareAt: '2026-03-27T11:00:00Z', happenedAt: '2026-03-26T22:00:00Z', peopleCount: 120 }),
    );
    expect(breach).toMatchObject({
      reference: expect.stringMatching(/^VIOL-\d{5}$/),
      awareAt: '2026-03-27T11:00:00.000Z',
      dueAt: '2026-03-30T11:00:00.000Z',
      peopleCount: 120,
      risk: null,
      closedAt: null,
      version: 1,
      viewerCan: { update: true, notify: true, tellPeople: true, addEntry: true, close: true },
    });
    // More is known: another beginning is another end.
    const more = { id: breach.id, version: 1, awareAt: '2026-03-27T10:00:00Z', risk: 'RISK' };
    expect(await made(update(manager, more))).toMatchObject({ dueAt: '2026-03-30T10:00:00.000Z', risk: 'RISK', version: 2 });
    expect(codesOf(await update(manager, more))).toEqual(['CONFLICT']);
    expect(
      await server.database.query('select action, changes from audit_entry where subject_id = $1 order by at', [breach.id]),
    ).toMatchObject([
      { action: 'dataBreach.create', changes: { title: [null, facts.title] } },
      { action: 'dataBreach.update', changes: { risk: [null, 'RISK'], peopleCount: [120, null] } },
    ]);
  });

  test('without a risk needs a written reason, and nobody is told; it stays in the register', async () => {
    const before = await all();
    expect(errorsIn(await create(manager, { risk: 'NONE', noRiskReason: ' ' }))).toEqual({
      'input.noRiskReason': 'NO_RISK_NEEDS_REASON',
    });
    expect(await all()).toEqual(before);
    const { id, viewerCan } = await made(create(manager, { awareAt: ago(100), risk: 'NONE', noRiskReason: 'Disque chiffré.' }));
    expect(viewerCan).toMatchObject({ notify: false, tellPeople: false });
    expect(codesOf(await run(manager, 'notifyDataBreach', { id, notifiedAt: ago(0) }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await run(manager, 'tellDataBreachPeople', { id, toldAt: ago(0) }))).toEqual(['FORBIDDEN']);
    expect(await made(run(manager, 'closeDataBreach', { id }))).toMatchObject({ closedBy: { id: manager.id } });
    const { data } = await server.ask(manager, '{ it: dataBreaches(filter: { open: false, risk: NONE }) { nodes { id } } }');
    expect(data.it.nodes).toEqual([{ id }]);
    // A reason stands only where there is no risk.
    expect(await made(create(manager, { risk: 'HIGH', noRiskReason: 'de trop' }))).toMatchObject({ noRiskReason: null });
  });

  test('is refused where it says too little, or what can’t be; nothing changes', async () => {
    const { id } = await made(create(manager));
    const before = await all();
    expect(errorsIn(await create(manager, { title: ' ', measures: '\n' }))).toEqual({
      'input.title': 'BLANK',
      'input.measures': 'BLANK',
    });
    expect(errorsIn(await create(manager, { natures: [] }))).toEqual({ 'input.natures': 'NOTHING' });
    expect(errorsIn(await create(manager, { awareAt: ago(-1) }))).toEqual({ 'input.awareAt': 'BREACH_IN_THE_FUTURE' });
    expect(errorsIn(await update(manager, { id, awareAt: ago(5), happenedAt: ago(4) }))).toEqual({
      'input.happenedAt': 'AWARE_BEFORE_IT_HAPPENED',
    });
    expect(errorsIn(await update(manager, { id, peopleCount: -1 }))).toEqual({ 'input.peopleCount': 'TOO_SMALL' });
    expect(codesOf(await update(manager, { id: crypto.randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(await all()).toEqual(before);
  });

  test('is for whoever manages breaches, and nobody else sees that there are any', async () => {
    const { id } = await made(create(manager, { risk: 'RISK' }));
    const before = await all();
    const reader = await person(server, 'client');
    for (const [who, code] of [
      [null, 'UNAUTHENTICATED'],
      [staff, 'FORBIDDEN'],
      [reader, 'FORBIDDEN'],
    ] as const) {
      expect(codesOf(await create(who))).toEqual([code]);
      expect(codesOf(await update(who, { id }))).toEqual([code]);
      expect(codesOf(await run(who, 'notifyDataBreach', { id, notifiedAt: ago(0) }))).toEqual([code]);
      expect(codesOf(await run(who, 'tellDataBreachPeople', { id, toldAt: ago(0) }))).toEqual([code]);
      expect(codesOf(await run(who, 'addDataBreachEntry', { id, body: 'x' }))).toEqual([code]);
      expect(codesOf(await run(who, 'closeDataBreach', { id }))).toEqual([code]);
      expect(codesOf(await server.ask(who, '{ dataBreaches { totalCount } }'))).toEqual([code]);
    }
    expect((await server.ask(staff, `{ node(id: "${id}") { id } }`)).data.node).toBeNull();
    expect(await all()).toEqual(before);
  });
});

describe('telling', () => {
  test('the CNIL within 72 hours needs no reason, later one does, at its field', async () => {
    const { id } = await made(create(manager, { awareAt: ago(80), risk: 'RISK' }));
    const notified = (input: object) => run(manager, 'notifyDataBreach', { id, reference: 'CNIL-77', ...input });
    const before = await all();
    for (const lateReason of [null, '  '])
      expect(errorsIn(await notified({ notifiedAt: ago(1), lateReason }))).toEqual({ 'input.lateReason': 'LATE_REASON_NEEDED' });
    expect(errorsIn(await notified({ notifiedAt: ago(-1), lateReason: 'x' }))).toEqual({
      'input.notifiedAt': 'BREACH_IN_THE_FUTURE',
    });
    expect(errorsIn(await notified({ notifiedAt: ago(81) }))).toEqual({ 'input.notifiedAt': 'BEFORE_AWARE' });
    expect(await all()).toEqual(before);
    expect(await made(notified({ notifiedAt: ago(1), lateReason: 'Prestataire injoignable.' }))).toMatchObject({
      lateReason: 'Prestataire injoignable.',
      notificationReference: 'CNIL-77',
    });
    // Put right while it is open: in time, no reason stands.
    const at = ago(9);
    expect(await made(notified({ notifiedAt: at, lateReason: 'de trop' }))).toMatchObject({ notifiedAt: at, lateReason: null });
    // An earlier beginning would make it late without a reason, a later one impossible.
    for (const hours of [90, 8])
      expect(errorsIn(await update(manager, { id, awareAt: ago(hours), risk: 'RISK' }))).toEqual({
        'input.awareAt': 'NOTIFIED_LATER_THAN_THAT',
      });
  });

  test('the people, or why not: one of the two', async () => {
    const { id } = await made(create(manager, { awareAt: ago(10), risk: 'HIGH' }));
    const tell = (input: object) => run(manager, 'tellDataBreachPeople', { id, ...input });
    const before = await all();
    expect(errorsIn(await tell({}))).toEqual({ 'input.toldAt': 'TOLD_OR_WHY_NOT' });
    expect(errorsIn(await tell({ toldAt: ago(1), notToldReason: 'x' }))).toEqual({ 'input.notToldReason': 'TOLD_OR_WHY_NOT' });
    expect(errorsIn(await tell({ toldAt: ago(11) }))).toEqual({ 'input.toldAt': 'BEFORE_AWARE' });
    expect(await all()).toEqual(before);
    expect(await made(tell({ notToldReason: 'Données chiffrées.' }))).toMatchObject({
      peopleNotToldReason: 'Données chiffrées.',
    });
    const at = ago(2);
    expect(await made(tell({ toldAt: at }))).toMatchObject({ peopleToldAt: at, peopleNotToldReason: null });
  });

  test('comes before closing, as far as the risk asks for it', async () => {
    const { id } = await made(create(manager, { awareAt: ago(10) }));
    const close = () => run(manager, 'closeDataBreach', { id });
    expect(errorsIn(await close())).toEqual({ 'input.id': 'BREACH_NOT_ASSESSED' });
    await made(update(manager, { id, awareAt: ago(10), risk: 'HIGH' }));
    const told = (await close()).data.it.userErrors.map(({ code }: { code: string }) => code);
    expect(told).toEqual(['BREACH_NOT_NOTIFIED', 'BREACH_PEOPLE_UNTOLD']);
    await made(run(manager, 'notifyDataBreach', { id, notifiedAt: ago(1) }));
    expect(errorsIn(await close())).toEqual({ 'input.id': 'BREACH_PEOPLE_UNTOLD' });
    await made(run(manager, 'tellDataBreachPeople', { id, toldAt: ago(1) }));
    expect(await made(close())).toMatchObject({
      closedAt: expect.any(String),
      viewerCan: { update: false, notify: false, tellPeople: false, addEntry: true, close: false },
    });
    expect(codesOf(await close())).toEqual(['FORBIDDEN']);
    expect(codesOf(await update(manager, { id }))).toEqual(['FORBIDDEN']);
  });
});

test('what comes out later is added, and stays as it was said', async () => {
  const { id } = await made(create(manager));
  const add = (body: string) => run(manager, 'addDataBreachEntry', { id, body }, 'dataBreachEntry { body author { id } }');
  expect(errorsIn(await add(' \n'))).toEqual({ 'input.body': 'BLANK' });
  expect((await add(' Plainte déposée. ')).data.it.dataBreachEntry).toEqual({
    body: 'Plainte déposée.',
    author: { id: manager.id },
  });
  await add('Appareil retrouvé.');
  const { data } = await server.ask(manager, `{ it: dataBreach(id: "${id}") { version entries { body } } }`);
  expect(data.it).toEqual({ version: 1, entries: [{ body: 'Appareil retrouvé.' }, { body: 'Plainte déposée.' }] });
});

test('whoever may act is reminded once at each step, and nobody where the clock has stopped', async () => {
  const due = '2026-03-30T11:00:00.000Z';
  const { id, reference } = await made(create(manager, { awareAt: '2026-03-27T11:00:00Z' }));
  await made(create(manager, { awareAt: '2026-03-27T11:00:00Z', risk: 'NONE', noRiskReason: 'x' }));
  const told = await made(create(manager, { awareAt: '2026-03-27T11:00:00Z', risk: 'RISK' }));
  await made(run(manager, 'notifyDataBreach', { id: told.id, notifiedAt: '2026-03-28T11:00:00Z' }));
  const at = (iso: string) => remindOfBreaches(server.product.system(), new Date(iso));
  expect(await at('2026-03-29T10:59:00Z')).toBe(0);
  expect(await at('2026-03-29T11:00:00Z')).toBe(1);
  expect(await at('2026-03-29T12:00:00Z')).toBe(0);
  expect(await at('2026-03-30T05:00:00Z')).toBe(1);
  expect(await at('2026-03-30T11:00:00Z')).toBe(1);
  expect(await at('2026-04-30T11:00:00Z')).toBe(0);
  const notices = (who: TestPerson) =>
    server.database.query('select kind, link, details from notification where user_id = $1 order by id', [who.id]);
  const link = `/breaches/${id}`;
  const details = { reference, dueAt: due };
  expect(await notices(manager)).toEqual([
    { kind: 'DATA_BREACH_DUE', link, details },
    { kind: 'DATA_BREACH_DUE', link, details },
    { kind: 'DATA_BREACH_OVERDUE', link, details },
  ]);
  expect(await notices(staff)).toEqual([]);
  // A later beginning is a new clock.
  await made(update(manager, { id, awareAt: '2026-03-28T11:00:00Z' }));
  expect(await at('2026-03-30T11:00:00Z')).toBe(1);
});
