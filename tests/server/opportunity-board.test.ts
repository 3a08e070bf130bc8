import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PipelineStage } from '../../server/features/opportunity/pipeline-stage.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { opportunity, stages } from '../support/factories/opportunity.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let rival: TestPerson;
let stage: Record<string, PipelineStage>;

beforeAll(async () => {
  server = await startServer();
  [staff, rival] = [await person(server, 'staff'), await person(server, 'revendeur')];
  stage = await stages(server);
});
beforeEach(async () => {
  seller = await person(server, 'revendeur', 'Sandrine Le Bihan');
});
afterAll(() => server.stop());

const MOVE = `mutation ($input: ChangeOpportunityStageInput!) { changeOpportunityStage(input: $input) {
  opportunity { id stage { key } lostReason closedAt version history { from { key } to { key } } } userErrors { path code } } }`;
const ONE = `query ($id: ID!) { opportunity(id: $id) { id version } }`;
const BOARD = `{ pipeline { key kind probability name totals { count amountCents weightedCents currency } opportunities { id } } }`;

const board = async (who: TestPerson) =>
  Object.fromEntries((await server.ask(who, BOARD)).data.pipeline.map((column: { key: string }) => [column.key, column]));
const idsIn = async (who: TestPerson, key: string) => (await board(who))[key].opportunities.map(({ id }: { id: string }) => id);

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

  test('a filter holds for the cards and for the sums', async () => {
    const cards = await Promise.all(
      [
        { title: 'Véranda', amountCents: 100, expectedCloseOn: '2026-12-01' },
        { title: 'Verrière', amountCents: 20, expectedCloseOn: '2026-12-15' },
        { title: 'Toiture', amountCents: 3, expectedCloseOn: '2026-12-01' },
      ].map((row) => opportunity(server, seller.id, row)),
    );
    const filtered = `query ($filter: OpportunityFilter) {
      pipeline { totals(filter: $filter) { count amountCents } opportunities(filter: $filter) { id } } }`;
    const first = async (filter: object) => (await server.ask(seller, filtered, { filter })).data.pipeline[0];
    expect(await first({ search: 'ver', closesBefore: '2026-12-15' })).toEqual({
      totals: { count: 1, amountCents: 100 },
      opportunities: [{ id: cards[0].id }],
    });
    expect((await first({ search: 'VER' })).totals).toEqual({ count: 2, amountCents: 120 });
    expect((await first({ closesBefore: '2026-12-02' })).totals).toEqual({ count: 2, amountCents: 103 });
  });
});
