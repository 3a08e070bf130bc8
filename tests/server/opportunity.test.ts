import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PipelineStage } from '../../server/features/opportunity/pipeline-stage.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { opportunity, stages } from '../support/factories/opportunity.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let rival: TestPerson;
let client: TestPerson;
let stage: Record<string, PipelineStage>;

beforeAll(async () => {
  server = await startServer();
  [staff, rival, client] = [await person(server, 'staff'), await person(server, 'revendeur'), await person(server, 'client')];
  stage = await stages(server);
});
beforeEach(async () => {
  seller = await person(server, 'revendeur', 'Sandrine Le Bihan');
});
afterAll(() => server.stop());

const CREATE = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) {
  opportunity { id title prospectName amountCents currency stage { key name } owner { id } customer { id } version history { from { key } to { key } toAmountCents author { id } } }
  userErrors { path code } } }`;
const MOVE = `mutation ($input: ChangeOpportunityStageInput!) { changeOpportunityStage(input: $input) {
  opportunity { id stage { key } lostReason closedAt version history { from { key } to { key } } } userErrors { path code } } }`;
const UPDATE = `mutation ($input: UpdateOpportunityInput!) { updateOpportunity(input: $input) {
  opportunity { id title amountCents prospectName customer { id } version history { fromAmountCents toAmountCents } } userErrors { path code } } }`;
const NOTE = `mutation ($input: AddOpportunityNoteInput!) { addOpportunityNote(input: $input) { note { id body author { id } } userErrors { path code } } }`;
const DELETE = `mutation ($input: DeleteOpportunityInput!) { deleteOpportunity(input: $input) { deletedId userErrors { path code } } }`;
const ONE = `query ($id: ID!) { opportunity(id: $id) { id version viewerCan { update changeStage addNote delete } notes { body } } }`;

const topOf = async (who: TestPerson) =>
  (await server.ask(who, '{ pipeline { opportunities(first: 1) { id } } }')).data.pipeline[0].opportunities[0];
const entries = async () =>
  (await server.database.query(`select count(*)::int as entries from audit_entry where outcome = 'CHANGED'`))[0].entries;

describe('opening one', () => {
  test('it stands on top of the first stage, with its history begun', async () => {
    await opportunity(server, seller.id);
    const { data } = await server.ask(seller, CREATE, {
      input: { title: ' Toiture ', prospectName: 'Le Goff', amountCents: 1_250_000 },
    });
    expect(data.createOpportunity).toMatchObject({
      opportunity: {
        title: 'Toiture',
        prospectName: 'Le Goff',
        amountCents: 1_250_000,
        currency: 'EUR',
        stage: { key: 'prospecting', name: 'Prospection' },
        owner: { id: seller.id },
        customer: null,
        history: [{ from: null, to: { key: 'prospecting' }, toAmountCents: 1_250_000, author: { id: seller.id } }],
      },
      userErrors: [],
    });
    expect((await topOf(seller)).id).toBe(data.createOpportunity.opportunity.id);
  });

  test('with a customer of theirs, on whose timeline it stands', async () => {
    const mine = await customer(server, { resellerId: seller.id });
    const { data } = await server.ask(seller, CREATE, { input: { title: 'Extension', customerId: mine.id, amountCents: 0 } });
    expect(data.createOpportunity.opportunity.customer).toEqual({ id: mine.id });
    const asked = `query ($id: ID!) { customer(id: $id) { opportunities { totalCount nodes { title } } activities { nodes { kind } } } }`;
    expect((await server.ask(seller, asked, { id: mine.id })).data.customer).toEqual({
      opportunities: { totalCount: 1, nodes: [{ title: 'Extension' }] },
      activities: { nodes: [{ kind: 'OPPORTUNITY_CREATED' }] },
    });
  });

  test('sent twice it is one', async () => {
    const input = { title: 'Double', prospectName: 'P', amountCents: 1, idempotencyKey: randomUUID() };
    const [first, second] = [await server.ask(seller, CREATE, { input }), await server.ask(seller, CREATE, { input })];
    expect(second.data.createOpportunity.opportunity.id).toBe(first.data.createOpportunity.opportunity.id);
  });

  test('every mistake is named, and nothing is kept', async () => {
    const [foreign, before] = [await customer(server, { resellerId: rival.id }), await entries()];
    const refusals: [object, object[]][] = [
      [
        { title: '  ', amountCents: 1 },
        [
          { path: ['input', 'title'], code: 'BLANK' },
          { path: ['input', 'customerId'], code: 'CUSTOMER_OR_PROSPECT' },
        ],
      ],
      [{ title: 'A', amountCents: -1, prospectName: 'P' }, [{ path: ['input', 'amountCents'], code: 'TOO_SMALL' }]],
      [{ title: 'A', amountCents: 1, customerId: foreign.id }, [{ path: ['input', 'customerId'], code: 'UNKNOWN' }]],
      [
        { title: 'A', amountCents: 1, prospectName: 'P', stageId: stage.won.id },
        [{ path: ['input', 'stageId'], code: 'STARTS_OPEN' }],
      ],
      [
        { title: 'A', amountCents: 1, prospectName: 'P', stageId: randomUUID() },
        [{ path: ['input', 'stageId'], code: 'UNKNOWN' }],
      ],
      [{ title: 'x'.repeat(201), amountCents: 1, prospectName: 'P' }, [{ path: ['input', 'title'], code: 'TOO_LONG' }]],
    ];
    for (const [input, userErrors] of refusals)
      expect((await server.ask(seller, CREATE, { input })).data.createOpportunity).toEqual({ opportunity: null, userErrors });
    const toClient = { title: 'A', amountCents: 1, prospectName: 'P', ownerId: client.id };
    expect((await server.ask(staff, CREATE, { input: toClient })).data.createOpportunity.userErrors).toEqual([
      { path: ['input', 'ownerId'], code: 'NOT_A_SELLER' },
    ]);
    expect(await entries()).toBe(before);
  });
});

describe('changing one', () => {
  test('its amounts are remembered, and a stale change is refused', async () => {
    const { id } = await opportunity(server, seller.id);
    const { data } = await server.ask(seller, UPDATE, { input: { id, version: 1, title: 'Neuf', amountCents: 5 } });
    expect(data.updateOpportunity).toMatchObject({
      opportunity: { title: 'Neuf', version: 2, history: [{ fromAmountCents: 100_000, toAmountCents: 5 }] },
      userErrors: [],
    });
    expect(codesOf(await server.ask(seller, UPDATE, { input: { id, version: 1, title: 'Vieux' } }))).toEqual(['CONFLICT']);
  });

  test('a prospect becomes a customer', async () => {
    const [{ id }, mine] = [await opportunity(server, seller.id), await customer(server, { resellerId: seller.id })];
    const { data } = await server.ask(seller, UPDATE, { input: { id, customerId: mine.id } });
    expect(data.updateOpportunity.opportunity).toMatchObject({ customer: { id: mine.id }, prospectName: null });
    const back = await server.ask(seller, UPDATE, { input: { id, customerId: null } });
    expect(back.data.updateOpportunity.userErrors).toEqual([{ path: ['input', 'customerId'], code: 'CUSTOMER_OR_PROSPECT' }]);
  });

  test('notes are read, and an empty one is not written', async () => {
    const { id } = await opportunity(server, seller.id);
    expect(
      (await server.ask(seller, NOTE, { input: { opportunityId: id, body: ' Rappeler lundi ' } })).data.addOpportunityNote,
    ).toMatchObject({ note: { body: 'Rappeler lundi', author: { id: seller.id } } });
    expect(
      (await server.ask(seller, NOTE, { input: { opportunityId: id, body: '  ' } })).data.addOpportunityNote.userErrors,
    ).toEqual([{ path: ['input', 'body'], code: 'BLANK' }]);
    expect((await server.ask(seller, ONE, { id })).data.opportunity.notes).toEqual([{ body: 'Rappeler lundi' }]);
  });

  test('deleted it is gone', async () => {
    const { id } = await opportunity(server, seller.id);
    expect((await server.ask(seller, DELETE, { input: { id } })).data.deleteOpportunity).toEqual({
      deletedId: id,
      userErrors: [],
    });
    expect((await server.ask(seller, ONE, { id })).data.opportunity).toBeNull();
  });

  test('the history can not be edited, whoever tries', async () => {
    const { id } = await opportunity(server, seller.id);
    await server.ask(seller, MOVE, { input: { id, stageId: stage.won.id } });
    const edit = 'update opportunity_change set at = now() where opportunity_id = $1';
    await expect(server.database.query(edit, [id])).rejects.toThrow('permission denied');
    await expect(server.asSuperuser(edit, [id])).rejects.toThrow('never edited');
  });
});

describe('who may', () => {
  const mutations = (id: string): [string, object][] => [
    [UPDATE, { id, title: 'X' }],
    [MOVE, { id, stageId: stage.won.id }],
    [NOTE, { opportunityId: id, body: 'X' }],
    [DELETE, { id }],
  ];

  test('another’s is as good as none', async () => {
    const { id } = await opportunity(server, rival.id);
    const before = await entries();
    const body = async (query: string, input: object) => {
      const { errors, data } = await server.ask(seller, query, { input });
      return { data, errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })) };
    };
    for (const [query, input] of mutations(id)) {
      const unknown = mutations(randomUUID()).find(([same]) => same === query)![1];
      expect(await body(query, input)).toEqual(await body(query, unknown));
      expect((await body(query, input)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect((await server.ask(seller, ONE, { id })).data.opportunity).toBeNull();
    expect(await entries()).toBe(before);
  });

  test('a client has no pipeline, nobody signed in even less', async () => {
    const { id } = await opportunity(server, seller.id);
    for (const [query, input] of [
      ...mutations(id),
      [CREATE, { title: 'A', prospectName: 'P', amountCents: 1 }] as [string, object],
    ]) {
      expect(codesOf(await server.ask(client, query, { input }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await server.ask(null, query, { input }))).toEqual(['UNAUTHENTICATED']);
    }
    expect(codesOf(await server.ask(client, '{ pipeline { key } }'))).toEqual(['FORBIDDEN']);
  });
});

test('moving one to another customer takes seeing both', async () => {
  const [mine, other, foreign] = [
    await customer(server, { resellerId: seller.id }),
    await customer(server, { resellerId: seller.id }),
    await customer(server, { resellerId: rival.id }),
  ];
  const move = async (id: string, customerId: string | null) =>
    (await server.ask(seller, UPDATE, { input: { id, customerId, prospectName: 'Le Goff' } })).data.updateOpportunity;
  const { id } = await opportunity(server, seller.id, { customerId: mine.id });
  expect((await move(id, foreign.id)).userErrors).toEqual([{ path: ['input', 'customerId'], code: 'UNKNOWN' }]);
  expect((await move(id, other.id)).opportunity.customer.id).toBe(other.id);
  const taken = await opportunity(server, seller.id, { customerId: foreign.id });
  for (const to of [mine.id, null])
    expect((await move(taken.id, to)).userErrors).toEqual([{ path: ['input', 'customerId'], code: 'UNKNOWN' }]);
  const [{ customer_id: still }] = await server.database.query('select customer_id from opportunity where id = $1', [taken.id]);
  expect(still).toBe(foreign.id);
});
