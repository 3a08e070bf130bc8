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
const BOARD = `{ pipeline { key kind probability name totals { count amountCents weightedCents currency } opportunities { id } } }`;

const board = async (who: TestPerson) =>
  Object.fromEntries((await server.ask(who, BOARD)).data.pipeline.map((column: { key: string }) => [column.key, column]));
const idsIn = async (who: TestPerson, key: string) => (await board(who))[key].opportunities.map(({ id }: { id: string }) => id);
const entries = async () => (await server.database.query('select count(*)::int as entries from audit_entry'))[0].entries;

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
    expect((await idsIn(seller, 'prospecting'))[0]).toBe(data.createOpportunity.opportunity.id);
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

describe('moving one', () => {
  test('it comes to stand where it was dropped, however often', async () => {
    const cards = [];
    for (let i = 0; i < 4; i += 1) cards.push((await opportunity(server, seller.id)).id);
    const [a, b, c, d] = cards;
    const move = async (id: string, neighbour: object) =>
      expect(
        (await server.ask(seller, MOVE, { input: { id, stageId: stage.prospecting.id, ...neighbour } })).data
          .changeOpportunityStage.userErrors,
      ).toEqual([]);
    await move(d, { beforeId: b });
    expect(await idsIn(seller, 'prospecting')).toEqual([a, d, b, c]);
    await move(a, { afterId: c });
    expect(await idsIn(seller, 'prospecting')).toEqual([d, b, c, a]);
    await move(c, {});
    expect(await idsIn(seller, 'prospecting')).toEqual([c, d, b, a]);
    // Each move halves the room between the first two, until the stage has to spread.
    for (let i = 0; i < 12; i += 1) {
      await move(b, { afterId: c });
      await move(d, { afterId: c });
    }
    expect(await idsIn(seller, 'prospecting')).toEqual([c, d, b, a]);
  });

  test('winning closes it, losing needs a reason, reopening forgets both', async () => {
    const { id } = await opportunity(server, seller.id);
    const move = async (input: object) =>
      (await server.ask(seller, MOVE, { input: { id, ...input } })).data.changeOpportunityStage;
    expect(await move({ stageId: stage.won.id })).toMatchObject({
      opportunity: { stage: { key: 'won' }, closedAt: expect.any(String), lostReason: null },
    });
    expect(await move({ stageId: stage.lost.id, lostReason: ' ' })).toEqual({
      opportunity: null,
      userErrors: [{ path: ['input', 'lostReason'], code: 'LOST_REASON_NEEDED' }],
    });
    expect(await move({ stageId: stage.lost.id, lostReason: 'Trop cher' })).toMatchObject({
      opportunity: { stage: { key: 'lost' }, lostReason: 'Trop cher' },
    });
    expect(await move({ stageId: stage.proposal.id })).toMatchObject({
      opportunity: {
        closedAt: null,
        lostReason: null,
        history: [
          { from: { key: 'lost' }, to: { key: 'proposal' } },
          { from: { key: 'won' }, to: { key: 'lost' } },
          { from: { key: 'prospecting' }, to: { key: 'won' } },
        ],
      },
    });
  });

  test('of two people who move the same card, the later is told', async () => {
    const { id } = await opportunity(server, seller.id);
    const at = (key: string) => ({ input: { id, stageId: stage[key].id, version: 1 } });
    const answers = await Promise.all([server.ask(seller, MOVE, at('qualified')), server.ask(staff, MOVE, at('proposal'))]);
    expect(answers.map(codesOf).filter(Boolean)).toEqual([['CONFLICT']]);
    const { data } = await server.ask(seller, ONE, { id });
    expect(data.opportunity.version).toBe(2);
  });

  test('a neighbour elsewhere, or another’s, is unknown', async () => {
    const { id } = await opportunity(server, seller.id);
    const elsewhere = await opportunity(server, seller.id, { stageId: stage.qualified.id });
    const foreign = await opportunity(server, rival.id);
    for (const neighbour of [elsewhere.id, foreign.id, 'nonsense'])
      expect(
        (await server.ask(seller, MOVE, { input: { id, stageId: stage.prospecting.id, afterId: neighbour } })).data
          .changeOpportunityStage.userErrors,
      ).toEqual([{ path: ['input', 'afterId'], code: 'UNKNOWN' }]);
  });

  test('its owner is told when somebody else does it', async () => {
    const { id } = await opportunity(server, seller.id, { title: 'Véranda' });
    await server.ask(staff, MOVE, { input: { id, stageId: stage.won.id } });
    const { data } = await server.ask(seller, '{ notifications { nodes { kind title link } } }');
    expect(data.notifications.nodes).toEqual([
      {
        kind: 'OPPORTUNITY_STAGE_CHANGED',
        title: 'L’opportunité « Véranda » passe à l’étape Gagné.',
        link: `/opportunities/${id}`,
      },
    ]);
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
    await expect(
      server.database.query('update opportunity_change set at = now() where opportunity_id = $1', [id]),
    ).rejects.toThrow('never edited');
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
    expect(codesOf(await server.ask(client, BOARD))).toEqual(['FORBIDDEN']);
  });
});

describe('figures', () => {
  test('a reseller’s are their own, and weighted by stage', async () => {
    await opportunity(server, seller.id, { amountCents: 100_000 });
    await opportunity(server, seller.id, { amountCents: 50_000, stageId: stage.negotiation.id });
    await opportunity(server, seller.id, {
      amountCents: 30_000,
      stageId: stage.won.id,
      closedAt: new Date(),
      createdAt: new Date(Date.now() - 10 * 86_400_000),
    });
    await opportunity(server, seller.id, { amountCents: 9, stageId: stage.lost.id, closedAt: new Date(), lostReason: 'Prix' });
    const columns = await board(seller);
    expect(columns.prospecting.totals).toEqual({ count: 1, amountCents: 100_000, weightedCents: 10_000, currency: 'EUR' });
    expect(columns.negotiation.totals).toEqual({ count: 1, amountCents: 50_000, weightedCents: 37_500, currency: 'EUR' });
    expect(columns.qualified.totals).toEqual({ count: 0, amountCents: 0, weightedCents: 0, currency: 'EUR' });
    const { data } = await server.ask(
      seller,
      `{ pipelineStats { openCount openCents weightedCents wonThisMonthCount wonThisMonthCents conversionRate averageDaysToWin currency } }`,
    );
    expect(data.pipelineStats).toEqual({
      openCount: 2,
      openCents: 150_000,
      weightedCents: 47_500,
      wonThisMonthCount: 1,
      wonThisMonthCents: 30_000,
      conversionRate: 0.5,
      averageDaysToWin: 10,
      currency: 'EUR',
    });
  });

  test('with nothing closed there is no rate', async () => {
    const { data } = await server.ask(seller, '{ pipelineStats { openCount conversionRate averageDaysToWin } }');
    expect(data.pipelineStats).toEqual({ openCount: 0, conversionRate: null, averageDaysToWin: null });
  });

  test('the board is one statement', async () => {
    await opportunity(server, seller.id);
    await server.ask(seller, BOARD);
    const { statements } = await server.count(() => server.ask(seller, BOARD));
    expect(statements).toBe(1);
  });
});
