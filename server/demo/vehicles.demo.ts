import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Vehicle, VinCheck } from '../features/vehicle/vehicle.entity.js';
import { vinCheckOf } from '../features/vehicle/vehicle.rules.js';
import { WorkOrder, WorkOrderStatus } from '../features/vehicle/work-order.entity.js';
import { type DemoCustomer, referenceOf, type Scene } from './scene.js';
import { note } from './told.js';
import type { Random } from './world/random.js';
import { makes, plateLetters, vinSigns, works } from './world/vehicles.js';

/** Who has trucks to be kept cold, and how many. */
const fleets: Partial<Record<DemoCustomer['trade'], readonly [number, number]>> = {
  transport: [3, 6],
  sea: [1, 3],
  bakery: [2, 3],
};
const GARAGE = 'Garage Bertho';
const { PLANNED, IN_PROGRESS, DONE, CANCELLED } = WorkOrderStatus;

/** Vehicles of those who deliver cold goods and of a garage, and what was and will be done on them. */
export function addVehicles(scene: Scene): void {
  const random = scene.random('vehicles');
  for (const customer of scene.customers) {
    const [least, most] = customer.name === GARAGE ? [4, 4] : (fleets[customer.trade] ?? [0, 0]);
    const count = most === 0 ? 0 : random.between(least, most);
    const vehicles = Array.from({ length: count }, () => vehicleOf(scene, random, customer));
    for (const vehicle of vehicles) for (let i = random.between(0, 2); i >= 0; i--) workOn(scene, random, customer, vehicle);
  }
}

function vehicleOf(scene: Scene, random: Random, { id: customerId, createdAt }: DemoCustomer): Partial<Vehicle> & { id: string } {
  const { brand, models, maker } = random.pick(makes);
  const letters = () => random.pick(plateLetters) + random.pick(plateLetters);
  const vin = maker + Array.from({ length: 14 }, () => random.pick(vinSigns)).join('');
  const year = scene.clock.now.getFullYear() - random.between(1, 11);
  return scene.rows.add(Vehicle, {
    id: random.id(createdAt),
    customerId,
    plate: `${letters().replace('SS', 'SA')}-${String(random.between(1, 999)).padStart(3, '0')}-${letters().replace('SS', 'SA')}`,
    country: 'FR',
    vin,
    vinCheck: vinCheckOf(vin) ?? VinCheck.NOT_CARRIED,
    brand,
    model: random.pick(models),
    year,
    mileageKm: (scene.clock.now.getFullYear() - year) * random.between(28, 95) * 1000 + random.between(0, 999),
    createdAt,
  }) as Partial<Vehicle> & { id: string };
}

function workOn(scene: Scene, random: Random, customer: DemoCustomer, vehicle: { id: string }): void {
  const { clock, rows } = scene;
  const status = random.pick([DONE, DONE, DONE, IN_PROGRESS, PLANNED, PLANNED, CANCELLED]);
  const ago = status === DONE || status === CANCELLED ? random.between(20, 400) : random.between(1, 12);
  const createdAt = clock.past(ago, random.between(8, 17), random.between(0, 59));
  const plannedOn =
    status === PLANNED
      ? clock.day(clock.ahead(random.between(2, 30), 9))
      : clock.daysAgo(Math.max(0, ago - random.between(2, 10)));
  const doneAt = status === DONE ? clock.past(Math.max(1, ago - random.between(3, 12)), random.between(9, 18)) : null;
  const [description, euros] = random.pick(works);
  const reference = referenceOf('OT', scene.first.work_order + rows.of(WorkOrder).length);
  const id = random.id(createdAt);
  rows.add(WorkOrder, {
    id,
    customerId: customer.id,
    vehicleId: vehicle.id,
    reference,
    description,
    status,
    plannedOn,
    amountCents: euros * 100,
    doneAt,
    createdAt,
    version: status === PLANNED ? 1 : 2,
  });
  const told = { customerId: customer.id, subject: { type: 'WorkOrder', id }, audience: 'EVERYONE' } as const;
  const author = customer.manager;
  note(scene, random, {
    ...told,
    at: createdAt,
    author,
    kind: ActivityKind.WORK_ORDER_CREATED,
    details: { reference, title: description },
  });
  if (doneAt)
    note(scene, random, {
      ...told,
      at: doneAt,
      author,
      kind: ActivityKind.WORK_ORDER_STATUS_CHANGED,
      details: { reference, title: description, to: DONE },
    });
}
