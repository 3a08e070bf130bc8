import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [staff, manager] = [await person(server, 'staff'), await person(server, 'manager')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query('delete from processing_activity');
  await server.database.query('delete from processor');
});

const ACTIVITY = `id name purposes legalBases people data recipients transfers transferSafeguard retention security responsible
  startedOn endedOn version processors { name } viewerCan { update }`;
const PROCESSOR =
  'id name service country transferSafeguard contractOn contractReference subProcessors contact endedOn version activities { name }';
const run = (who: Asker | null, field: string, input: object, answer: string) =>
  server.ask(
    who,
    `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { it: ${answer} userErrors { path code message } } }`,
    { input },
  );
const activity = {
  name: 'Vidéosurveillance',
  purposes: 'Protéger le dépôt.',
  legalBases: ['LEGITIMATE_INTEREST'],
  people: 'Visiteurs',
  data: 'Images',
  recipients: 'Direction',
  retention: 'Un mois',
  security: 'Local fermé à clé',
  startedOn: '2025-03-01',
};
const host = { name: 'Hébergeur Iroise', service: 'Hébergement', country: 'FR' };
const create = (who: Asker | null, input: object = {}) =>
  run(who, 'createProcessingActivity', { ...activity, ...input }, `processingActivity { ${ACTIVITY} }`);
const update = (who: Asker | null, input: object) =>
  run(who, 'updateProcessingActivity', { ...activity, ...input }, `processingActivity { ${ACTIVITY} }`);
const add = (who: Asker | null, input: object = {}) =>
  run(who, 'createProcessor', { ...host, ...input }, `processor { ${PROCESSOR} }`);
const change = (who: Asker | null, input: object) =>
  run(who, 'updateProcessor', { ...host, ...input }, `processor { ${PROCESSOR} }`);
const made = async (answer: Promise<Answer>) => {
  const { data } = await answer;
  expect(data.it.userErrors).toEqual([]);
  return data.it.it;
};
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]));
const all = async () => [
  await server.database.query('select * from processing_activity order by id'),
  await server.database.query('select * from processor order by id'),
  await server.database.query('select * from processing_activity_processor order by 1, 2'),
];
const trail = (id: string) =>
  server.database.query('select action, changes from audit_entry where subject_id = $1 order by at', [id]);

describe('an activity', () => {
  test('is written down, changed and ended, each time with its trail', async () => {
    const { id: processorId } = await made(add(manager));
    const first = await made(create(manager, { name: '  Vidéosurveillance ', processorIds: [processorId, processorId] }));
    expect(first).toMatchObject({
      ...activity,
      transfers: null,
      endedOn: null,
      version: 1,
      processors: [{ name: host.name }],
      viewerCan: { update: true },
    });
    const { id } = first;
    const ended = await made(update(manager, { id, version: 1, endedOn: '2026-01-31', processorIds: [] }));
    expect(ended).toMatchObject({ version: 2, endedOn: '2026-01-31', processors: [] });
    expect(await trail(id)).toMatchObject([
      { action: 'processingActivity.create', changes: { name: [null, 'Vidéosurveillance'], processors: [null, host.name] } },
      {
        action: 'processingActivity.update',
        changes: { endedOn: [null, '2026-01-31'], processors: [host.name, ''] },
      },
    ]);
    // Nothing new is no new version; without processors said, they stay.
    await made(update(manager, { id, version: 2, endedOn: '2026-01-31', processorIds: [processorId] }));
    expect(await made(update(manager, { id, endedOn: '2026-01-31' }))).toMatchObject({
      version: 3,
      processors: [{ name: host.name }],
    });
  });

  test('is refused where it says too little, or what can’t be; nothing changes', async () => {
    const { id } = await made(create(manager));
    const { id: other } = await made(create(manager, { name: 'Autre' }));
    const before = await all();
    expect(errorsIn(await create(manager, { name: ' ', purposes: '\n', legalBases: [] }))).toEqual({
      'input.legalBases': 'NOTHING',
    });
    expect(errorsIn(await create(manager, { name: ' ', purposes: '\n', people: ' ' }))).toEqual({
      'input.name': 'BLANK',
      'input.purposes': 'BLANK',
      'input.people': 'BLANK',
    });
    expect(errorsIn(await create(manager))).toEqual({ 'input.name': 'ACTIVITY_NAME_TAKEN' });
    expect(errorsIn(await update(manager, { id: other, name: activity.name }))).toEqual({ 'input.name': 'ACTIVITY_NAME_TAKEN' });
    expect(errorsIn(await create(manager, { name: 'Neuf', transfers: 'États-Unis', transferSafeguard: ' ' }))).toEqual({
      'input.transferSafeguard': 'SAFEGUARD_NEEDED',
    });
    expect(errorsIn(await update(manager, { id, endedOn: '2025-02-28' }))).toEqual({ 'input.endedOn': 'ENDS_BEFORE_IT_STARTS' });
    for (const processorIds of [[id], ['x'], [crypto.randomUUID()]])
      expect(errorsIn(await update(manager, { id, processorIds }))).toEqual({ 'input.processorIds': 'UNKNOWN_PROCESSOR' });
    expect(codesOf(await update(manager, { id, version: 7, name: 'Plus tard' }))).toEqual(['CONFLICT']);
    expect(codesOf(await update(manager, { id: crypto.randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await update(manager, { id: 'x' }))).toEqual(['NOT_FOUND']);
    expect(await all()).toEqual(before);
  });

  test('is for whoever keeps the registers, and nobody else sees that there are any', async () => {
    const { id } = await made(create(manager));
    const before = await all();
    for (const [who, code] of [
      [null, 'UNAUTHENTICATED'],
      [staff, 'FORBIDDEN'],
      [await person(server, 'client'), 'FORBIDDEN'],
      [await person(server, 'revendeur'), 'FORBIDDEN'],
    ] as const) {
      expect(codesOf(await create(who, { name: 'Neuf' }))).toEqual([code]);
      expect(codesOf(await update(who, { id, name: 'Neuf' }))).toEqual([code]);
      expect(codesOf(await server.ask(who, '{ processingActivities { totalCount } }'))).toEqual([code]);
      expect(codesOf(await server.ask(who, '{ processors { totalCount } }'))).toEqual([code]);
    }
    expect((await server.ask(staff, `{ node(id: "${id}") { id } }`)).data.node).toBeNull();
    expect(await all()).toEqual(before);
  });

  test('is found by its words, accents aside, by what allows it, its state, its transfers and its processors', async () => {
    const { id: processorId } = await made(add(manager));
    await made(create(manager, { processorIds: [processorId] }));
    await made(create(manager, { name: 'Paie', purposes: 'Salaires', legalBases: ['LEGAL_OBLIGATION'], endedOn: '2025-03-01' }));
    await made(create(manager, { name: 'Sondage', transfers: 'Canada', transferSafeguard: 'Décision d’adéquation' }));
    const found = async (filter: object) =>
      (
        await server.ask(
          manager,
          'query ($filter: ProcessingActivityFilter) { it: processingActivities(filter: $filter, direction: ASC) { totalCount nodes { name } } }',
          { filter },
        )
      ).data.it.nodes.map(({ name }: { name: string }) => name);
    expect(await found({})).toEqual(['Paie', 'Sondage', 'Vidéosurveillance']);
    expect(await found({ search: 'VIDEOSURV' })).toEqual(['Vidéosurveillance']);
    expect(await found({ search: 'salaires' })).toEqual(['Paie']);
    expect(await found({ search: '%' })).toEqual([]);
    expect(await found({ legalBasis: 'LEGAL_OBLIGATION' })).toEqual(['Paie']);
    expect(await found({ active: false })).toEqual(['Paie']);
    expect(await found({ active: true })).toEqual(['Sondage', 'Vidéosurveillance']);
    expect(await found({ transfers: true })).toEqual(['Sondage']);
    expect(await found({ processorId })).toEqual(['Vidéosurveillance']);
    expect(await found({ processorId: 'x' })).toEqual([]);
  });
});

describe('a processor', () => {
  test('is written down and changed; outside the European Economic Area it needs a safeguard', async () => {
    const first = await made(add(manager, { country: 'no', transferSafeguard: 'de trop', contact: ' dpo@iroise.example ' }));
    expect(first).toMatchObject({ ...host, country: 'NO', transferSafeguard: null, contact: 'dpo@iroise.example', version: 1 });
    const { id } = first;
    await made(create(manager, { processorIds: [id] }));
    expect(errorsIn(await change(manager, { id, country: 'US' }))).toEqual({ 'input.transferSafeguard': 'SAFEGUARD_NEEDED' });
    const moved = { id, version: 1, country: 'CH', transferSafeguard: 'Décision d’adéquation', contractOn: '2026-02-03' };
    expect(await made(change(manager, moved))).toMatchObject({
      country: 'CH',
      transferSafeguard: 'Décision d’adéquation',
      contractOn: '2026-02-03',
      version: 2,
      activities: [{ name: activity.name }],
    });
    expect(codesOf(await change(manager, moved))).toEqual(['CONFLICT']);
    expect(await trail(id)).toMatchObject([
      { action: 'processor.create' },
      {
        action: 'processor.update',
        changes: { country: ['NO', 'CH'], contractOn: [null, '2026-02-03'], contact: ['dpo@iroise.example', null] },
      },
    ]);
  });

  test('is refused where it says too little, or to whoever may not; nothing changes', async () => {
    const { id } = await made(add(manager));
    const before = await all();
    expect(errorsIn(await add(manager, { name: ' ', service: ' ', country: 'XX' }))).toEqual({
      'input.name': 'BLANK',
      'input.service': 'BLANK',
      'input.country': 'INVALID_COUNTRY',
    });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(errorsIn(await change(manager, { id, contractOn: tomorrow }))).toEqual({
      'input.contractOn': 'CONTRACT_IN_THE_FUTURE',
    });
    expect(codesOf(await add(null))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await add(staff))).toEqual(['FORBIDDEN']);
    expect(codesOf(await change(null, { id }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await change(staff, { id }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await change(manager, { id: crypto.randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(await all()).toEqual(before);
  });

  test('is found by its words, its state, and whether there is a contract', async () => {
    await made(add(manager, { contractOn: '2026-01-02' }));
    await made(add(manager, { name: 'Routage Ponant', service: 'Envoi de courriers', endedOn: '2026-01-31' }));
    const found = async (filter: object) =>
      (
        await server.ask(
          manager,
          'query ($filter: ProcessorFilter) { it: processors(filter: $filter, direction: ASC) { nodes { name } } }',
          {
            filter,
          },
        )
      ).data.it.nodes.map(({ name }: { name: string }) => name);
    expect(await found({ search: 'HEBERGEMENT' })).toEqual(['Hébergeur Iroise']);
    expect(await found({ active: false })).toEqual(['Routage Ponant']);
    expect(await found({ contract: false })).toEqual(['Routage Ponant']);
    expect(await found({ contract: true, active: true })).toEqual(['Hébergeur Iroise']);
  });
});
