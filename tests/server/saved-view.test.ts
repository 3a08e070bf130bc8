import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;
let seller: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [manager, staff, seller] = [await person(server, 'manager'), await person(server, 'staff'), await person(server, 'revendeur')];
});
afterAll(() => server.stop());

const VIEWS = '{ savedViews { id list name query shared position viewerCan { update delete } } }';
const SAVE =
  'mutation ($input: SaveViewInput!) { saveView(input: $input) { savedView { id name query shared } userErrors { path code message } } }';
const UPDATE =
  'mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { savedView { id name query shared } userErrors { path code } } }';
const ORDER =
  'mutation ($input: OrderSavedViewsInput!) { orderSavedViews(input: $input) { savedViews { id position } userErrors { code } } }';
const DELETE = 'mutation ($input: DeleteSavedViewInput!) { deleteSavedView(input: $input) { deletedId userErrors { code } } }';

const save = async (who: TestPerson, name: string, more: object = {}) =>
  (await server.ask(who, SAVE, { input: { list: 'customers', name, query: 'status=ACTIVE', ...more } })).data.saveView;
const namesOf = async (who: TestPerson): Promise<string[]> =>
  (await server.ask(who, VIEWS)).data.savedViews.map(({ name }: { name: string }) => name);
const rows = () =>
  server.database.query(
    `select (select count(*)::int from saved_view) as views, (select count(*)::int from audit_entry where outcome = 'CHANGED') as entries`,
  );

describe('keeping', () => {
  test('a view is one’s own, in every browser, and under its name there is one', async () => {
    const { savedView } = await save(seller, '  Mes actifs ', { query: '?status=ACTIVE&q=caf%C3%A9 noir' });
    expect(savedView).toMatchObject({ name: 'Mes actifs', query: 'status=ACTIVE&q=caf%C3%A9+noir', shared: false });
    const again = await save(seller, 'MES actifs', { query: 'status=INACTIVE' });
    expect(again.savedView).toMatchObject({ id: savedView.id, name: 'MES actifs', query: 'status=INACTIVE' });
    expect(await namesOf(seller)).toEqual(['MES actifs']);
    expect(await namesOf(await person(server, 'revendeur'))).toEqual([]);
  });

  test('a filter over custom fields comes back as it was kept, to whoever the view is shared with', async () => {
    const query = 'status=ACTIVE&field-floor_area=10..20.5&field-note=has%3AR-404A+%26+%C3%A9t%C3%A9&field-contract=none';
    const { savedView } = await save(manager, 'Par champs', { query, shared: true });
    expect(savedView.query).toBe(query);
    const seen = (await server.ask(staff, VIEWS)).data.savedViews.find(({ id }: { id: string }) => id === savedView.id);
    expect([...new URLSearchParams(seen.query)]).toEqual([...new URLSearchParams(query)]);
    await server.ask(manager, DELETE, { input: { id: savedView.id } });
  });

  test('the team sees what is shared, and managers look after it', async () => {
    const { savedView } = await save(manager, 'À relancer', { shared: true });
    const seen = (await server.ask(staff, VIEWS)).data.savedViews;
    expect(seen).toMatchObject([{ name: 'À relancer', shared: true, viewerCan: { update: false, delete: false } }]);
    expect(await namesOf(seller)).not.toContain('À relancer');
    expect(codesOf(await server.ask(staff, UPDATE, { input: { id: savedView.id, name: 'Autre' } }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(staff, DELETE, { input: { id: savedView.id } }))).toEqual(['FORBIDDEN']);
    const other = await person(server, 'manager');
    const { data } = await server.ask(other, UPDATE, { input: { id: savedView.id, name: 'À rappeler' } });
    expect(data.updateSavedView).toMatchObject({ savedView: { name: 'À rappeler', shared: true }, userErrors: [] });
    expect((await save(manager, 'à RAPPELER', { shared: true })).userErrors).toMatchObject([
      { path: ['input', 'name'], code: 'VIEW_NAME_TAKEN', message: 'Une vue de cette liste porte déjà ce nom.' },
    ]);
  });

  test('sharing is for who may, and nothing is kept otherwise', async () => {
    const before = await rows();
    const input = { list: 'customers', name: 'Pour tous', query: '', shared: true };
    expect(codesOf(await server.ask(staff, SAVE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, SAVE, { input: { ...input, shared: false } }))).toEqual(['UNAUTHENTICATED']);
    expect(await rows()).toEqual(before);
    const { savedView } = await save(staff, 'À moi');
    expect(codesOf(await server.ask(staff, UPDATE, { input: { id: savedView.id, shared: true } }))).toEqual(['FORBIDDEN']);
  });

  test.each([
    ['no name', { name: '  ' }, 'name', 'BLANK'],
    ['a long name', { name: 'x'.repeat(61) }, 'name', 'TOO_LONG'],
    ['a list that is none', { list: 'Clients !' }, 'list', 'INVALID_LIST'],
    ['a long query', { query: 'x'.repeat(2001) }, 'query', 'TOO_LONG'],
  ])('%s is refused at its field', async (_what, fields, field, code) => {
    const before = await rows();
    expect(await save(staff, 'Bonne', fields)).toMatchObject({ savedView: null, userErrors: [{ path: ['input', field], code }] });
    expect(await rows()).toEqual(before);
  });

  test('no more than fifty a list, also when two windows keep the last one at once', async () => {
    const keen = await person(server, 'client');
    await server.database.query(
      `insert into saved_view (owner_id, reach, list, name, query) select $1, 'client', 'customers', 'vue ' || n, '' from generate_series(1, 49) n`,
      [keen.id],
    );
    const both = await Promise.all([save(keen, 'cinquante'), save(keen, 'cinquante et un')]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))).toEqual(['TOO_MANY_VIEWS']);
  });
});

describe('changing', () => {
  test('order is kept, and somebody else’s in it changes nothing', async () => {
    const tidy = await person(server, 'staff');
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push((await save(tidy, name, { list: 'invoices' })).savedView.id);
    const wanted = [ids[2], ids[0], ids[1]];
    expect((await server.ask(tidy, ORDER, { input: { ids: wanted } })).data.orderSavedViews.savedViews).toEqual(
      wanted.map((id, position) => ({ id, position })),
    );
    const mine = (await server.ask(tidy, VIEWS)).data.savedViews.filter(({ list }: { list: string }) => list === 'invoices');
    expect(mine.map(({ name }: { name: string }) => name)).toEqual(['c', 'a', 'b']);
    expect(codesOf(await server.ask(staff, ORDER, { input: { ids: [ids[0]] } }))).toEqual(['NOT_FOUND']);
  });

  test('a view that is gone is gone; who goes takes theirs along and leaves what the team shares', async () => {
    const { savedView } = await save(seller, 'À jeter');
    expect((await server.ask(seller, DELETE, { input: { id: savedView.id } })).data.deleteSavedView.deletedId).toBe(savedView.id);
    expect(codesOf(await server.ask(seller, DELETE, { input: { id: savedView.id } }))).toEqual(['NOT_FOUND']);
    const leaver = await person(server, 'manager');
    await save(leaver, 'La mienne');
    await save(leaver, 'La nôtre', { shared: true });
    const admin = await person(server, 'superadmin');
    const gone = await server.ask(
      admin,
      'mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { userErrors { code } } }',
      {
        input: { id: leaver.id, rememberedAs: 'NAME' },
      },
    );
    expect(gone.data?.deleteUser?.userErrors).toEqual([]);
    expect(await server.database.query('select name from saved_view where owner_id = $1', [leaver.id])).toEqual([
      { name: 'La nôtre' },
    ]);
  });

  test('all views of all lists are one statement', async () => {
    await server.ask(staff, VIEWS);
    expect((await server.count(() => server.ask(staff, VIEWS))).statements).toBe(1);
  });
});
