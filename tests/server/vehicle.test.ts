import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VinCheck } from '../../server/features/vehicle/vehicle.entity.js';
import { readForeignPlate, readFrenchPlate, readVin, vinCheckOf } from '../../server/features/vehicle/vehicle.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let [staff, seller, client, prestataire] = [] as unknown as TestPerson[];

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  [seller, client, prestataire] = [
    await person(server, 'revendeur'),
    await person(server, 'client'),
    await person(server, 'prestataire'),
  ];
});
afterAll(() => server.stop());

const shapes: Record<string, string> = {
  Vehicle: 'vehicle { id plate country vin vinCheck brand model year mileageKm }',
  WorkOrder:
    'workOrder { id reference status description plannedOn amountCents doneAt version vehicle { plate } viewerCan { update start finish plan cancel } }',
};
async function act(asker: Asker | null, field: string, input: object): Promise<Answer> {
  const got = field === 'deleteVehicle' ? 'deletedId' : shapes[field.includes('WorkOrder') ? 'WorkOrder' : 'Vehicle'];
  const type = `${field[0].toUpperCase()}${field.slice(1)}Input`;
  return server.ask(
    asker,
    `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${got} userErrors { path code message } } }`,
    { input },
  );
}
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(
    data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.slice(1).join('.'), code]),
  );
const everything = async () =>
  JSON.stringify(
    await server.database.query(`select (select json_agg(v order by id) from vehicle v) as vehicles,
      (select json_agg(w order by id) from work_order w) as orders, (select count(*) from activity) as activities`),
  );
const member = (customerId: string, projects = true) =>
  server.database.query(
    `insert into membership (user_id, customer_id, finance, documents, projects, tickets) values ($1, $2, true, true, $3, true)`,
    [client.id, customerId, projects],
  );

describe('plates and VINs', () => {
  test.each([
    ['ab123cd', 'AB-123-CD'],
    ['WW 123 AB', 'WW-123-AB'],
    ['1234 ab 29', '1234 AB 29'],
    ['12 ABC 2A', '12 ABC 2A'],
    ['AB-000-CD', null],
    ['SS-123-AB', null],
    ['AI-123-BC', null],
    ['1234 AB 99', null],
    ['M-AB 1234', null],
  ])('%s in France is %s', (typed, plate) => expect(readFrenchPlate(typed)).toBe(plate));

  test('elsewhere a plate is free', () => {
    expect(readForeignPlate(' m-ab  1234 ')).toBe('M-AB 1234');
    expect(readForeignPlate('<script>')).toBeNull();
    expect(readForeignPlate('ABCDEFGHIJKLM')).toBeNull();
  });

  test('a VIN has 17 signs, its check digit counts where it must be carried', () => {
    expect(readVin('1m8gdm9a xkp042788', null)).toBe('1M8GDM9AXKP042788');
    expect(vinCheckOf('1M8GDM9AXKP042788')).toBe(VinCheck.PASSED);
    expect(vinCheckOf('1M8GDM9AXKP042789')).toBe(VinCheck.FAILED);
    expect(vinCheckOf('VF6JS00A000012345')).toBe(VinCheck.NOT_CARRIED);
    expect([readVin('1M8GDM9AXKP04278', null), readVin('IM8GDM9AXKP042788', null), readVin('2CV12345', 1990)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(readVin('2CV12345', 1965)).toBe('2CV12345');
  });
});

describe('vehicles', () => {
  test('one is added, changed and deleted; the trail says so', async () => {
    const { id: customerId } = await customer(server);
    const input = { customerId, plate: 'ab 123 cd', brand: ' Iveco ', vin: '1M8GDM9AXKP042789', year: 2019, mileageKm: 123_456 };
    const { data } = await act(staff, 'createVehicle', input);
    expect(data.it).toEqual({
      vehicle: {
        id: expect.any(String),
        plate: 'AB-123-CD',
        country: 'FR',
        vin: '1M8GDM9AXKP042789',
        vinCheck: 'FAILED',
        brand: 'Iveco',
        model: null,
        year: 2019,
        mileageKm: 123_456,
      },
      userErrors: [],
    });
    const { id } = data.it.vehicle;
    const changed = await act(staff, 'updateVehicle', { id, country: 'DE', plate: 'm-ab 1234', vin: null });
    expect(changed.data.it.vehicle).toMatchObject({ plate: 'M-AB 1234', country: 'DE', vin: null, vinCheck: null, year: 2019 });
    expect(errorsIn(await act(staff, 'createVehicle', { ...input, country: 'DE', plate: 'M-AB 1234' }))).toEqual({
      plate: 'PLATE_TAKEN',
    });
    expect((await act(staff, 'deleteVehicle', { id })).data.it).toEqual({ deletedId: id, userErrors: [] });
    const trail = await server.database.query('select action, about_id from audit_entry where subject_id = $1 order by id', [id]);
    expect(trail).toEqual(['create', 'update', 'delete'].map((verb) => ({ action: `vehicle.${verb}`, about_id: customerId })));
  });

  test.each([
    [{ plate: 'M-AB 1234' }, { plate: 'INVALID_PLATE' }],
    [{ plate: 'x'.repeat(13), country: 'GB' }, { plate: 'INVALID_FOREIGN_PLATE' }],
    [
      { vin: '12345', country: 'QQ', brand: ' ' },
      { vin: 'INVALID_VIN', country: 'INVALID_COUNTRY', brand: 'BLANK' },
    ],
    [{ year: 1800 }, { year: 'TOO_SMALL' }],
    [{ mileageKm: 10_000_000 }, { mileageKm: 'TOO_LARGE' }],
    [{ model: 'x'.repeat(101) }, { model: 'TOO_LONG' }],
  ])('%o is refused at its field, and nothing changes', async (fields, codes) => {
    const { id: customerId } = await customer(server);
    const before = await everything();
    expect(errorsIn(await act(staff, 'createVehicle', { customerId, plate: 'AA-123-BB', brand: 'DAF', ...fields }))).toEqual(
      codes,
    );
    expect(await everything()).toBe(before);
  });

  test('more than an integer holds is no mileage', async () => {
    const { id: customerId } = await customer(server);
    const answer = await act(staff, 'createVehicle', { customerId, plate: 'AA-123-BB', brand: 'DAF', mileageKm: 3_000_000_000 });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('work orders', () => {
  async function planned() {
    const { id: customerId } = await customer(server, { resellerId: seller.id });
    const { data } = await act(staff, 'createVehicle', { customerId, plate: 'AA-123-BB', brand: 'DAF' });
    const vehicleId = data.it.vehicle.id;
    const input = { customerId, vehicleId, description: 'Révision', plannedOn: '2026-12-01', amountCents: 64_000 };
    const order = (await act(staff, 'createWorkOrder', input)).data.it.workOrder;
    return { customerId, vehicleId, order };
  }
  const move = (id: string, status: string, asker: Asker | null = staff) => act(asker, 'changeWorkOrderStatus', { id, status });

  test('one goes from planned to done, the timeline tells; done, it and its vehicle stay', async () => {
    const { customerId, vehicleId, order } = await planned();
    expect(order).toMatchObject({
      reference: expect.stringMatching(/^OT-\d{5}$/),
      status: 'PLANNED',
      vehicle: { plate: 'AA-123-BB' },
    });
    expect(order.viewerCan).toEqual({ update: true, start: true, finish: false, plan: false, cancel: true });
    expect(errorsIn(await move(order.id, 'DONE'))).toEqual({ status: 'NOT_FROM_HERE' });
    await move(order.id, 'IN_PROGRESS');
    const done = (await move(order.id, 'DONE')).data.it.workOrder;
    expect(done).toMatchObject({ status: 'DONE', doneAt: expect.any(String), viewerCan: { update: false, cancel: false } });
    expect(codesOf(await act(staff, 'updateWorkOrder', { id: order.id, description: 'Autre' }))).toEqual(['FORBIDDEN']);
    expect(errorsIn(await act(staff, 'deleteVehicle', { id: vehicleId }))).toEqual({ id: 'VEHICLE_HAS_WORK' });
    const { data } = await server.ask(
      staff,
      `{ customer(id: "${customerId}") { activities(first: 5) { nodes { kind title } } } }`,
    );
    expect(data.customer.activities.nodes.map(({ title }: { title: string }) => title)).toEqual([
      `Ordre de travail ${order.reference} terminé : Révision`,
      `Ordre de travail ${order.reference} commencé : Révision`,
      `Ordre de travail ${order.reference} prévu : Révision`,
      'Véhicule AA-123-BB ajouté',
    ]);
  });

  test('one is changed while it is open, by whoever saw its newest version', async () => {
    const { order } = await planned();
    const { data } = await act(staff, 'updateWorkOrder', {
      id: order.id,
      version: 1,
      vehicleId: null,
      amountCents: null,
      description: 'Fuite',
    });
    expect(data.it.workOrder).toMatchObject({
      version: 2,
      vehicle: null,
      amountCents: null,
      description: 'Fuite',
      plannedOn: '2026-12-01',
    });
    expect(codesOf(await act(staff, 'updateWorkOrder', { id: order.id, version: 1, description: 'Vieux' }))).toEqual([
      'CONFLICT',
    ]);
  });

  test('a vehicle of another, none, too much money, blanks, a day that is none: refused, nothing changes', async () => {
    const { order } = await planned();
    const other = await planned();
    const before = await everything();
    for (const vehicleId of [other.vehicleId, randomUUID(), 'x'])
      expect(errorsIn(await act(staff, 'updateWorkOrder', { id: order.id, vehicleId }))).toEqual({
        vehicleId: 'VEHICLE_OF_ANOTHER',
      });
    expect(errorsIn(await act(staff, 'updateWorkOrder', { id: order.id, amountCents: 10_000_000_001 }))).toEqual({
      amountCents: 'TOO_LARGE',
    });
    expect(errorsIn(await act(staff, 'updateWorkOrder', { id: order.id, amountCents: -1, description: ' ' }))).toMatchObject({
      amountCents: 'TOO_SMALL',
    });
    expect(errorsIn(await act(staff, 'updateWorkOrder', { id: order.id, description: ' ' }))).toEqual({ description: 'BLANK' });
    expect(codesOf(await act(staff, 'updateWorkOrder', { id: order.id, plannedOn: '2026-02-30' }))).toEqual(['BAD_USER_INPUT']);
    expect(await everything()).toBe(before);
  });

  test('nobody but our own people writes; clients and their reseller read their own', async () => {
    const { customerId, vehicleId, order } = await planned();
    await member(customerId);
    const before = await everything();
    for (const [field, input] of [
      ['createVehicle', { customerId, plate: 'AB-123-CD', brand: 'DAF' }],
      ['updateVehicle', { id: vehicleId, brand: 'DAF' }],
      ['deleteVehicle', { id: vehicleId }],
      ['createWorkOrder', { customerId, description: 'x' }],
      ['updateWorkOrder', { id: order.id, description: 'x' }],
      ['changeWorkOrderStatus', { id: order.id, status: 'CANCELLED' }],
    ] as const) {
      expect(codesOf(await act(null, field, input))).toEqual(['UNAUTHENTICATED']);
      for (const asker of [client, seller, prestataire]) expect(codesOf(await act(asker, field, input))).toEqual(['FORBIDDEN']);
      const missing = await act(staff, field, { ...input, [field.startsWith('create') ? 'customerId' : 'id']: randomUUID() });
      expect(codesOf(missing)).toEqual(['NOT_FOUND']);
    }
    expect(await everything()).toBe(before);
    const query = `{ customer(id: "${customerId}") { vehicles { plate viewerCan { update } } workOrders { reference } } }`;
    for (const asker of [client, seller])
      expect((await server.ask(asker, query)).data.customer).toEqual({
        vehicles: [{ plate: 'AA-123-BB', viewerCan: { update: false } }],
        workOrders: [{ reference: order.reference }],
      });
    const apart = await planned();
    await member(apart.customerId, false);
    expect((await server.ask(client, query.replace(customerId, apart.customerId))).data.customer.workOrders).toEqual([]);
    const stranger = await planned();
    expect((await server.ask(client, query.replace(customerId, stranger.customerId))).data.customer).toBeNull();
  });
});
