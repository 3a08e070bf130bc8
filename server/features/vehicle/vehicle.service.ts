import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { given, readNeeded, readTyped } from '../customer/customer-part.service.js';
import { readCountry } from '../customer/identity.rules.js';
import { Vehicle } from './vehicle.entity.js';
import type { VehicleFields } from './vehicle.input.js';
import { readForeignPlate, readFrenchPlate, readVin, vinCheckOf } from './vehicle.rules.js';
import { WorkOrder } from './work-order.entity.js';

export async function createVehicle(ctx: Context, customerId: string, input: VehicleFields): Promise<Vehicle> {
  const customer = await lockVisible(ctx, Customer, customerId);
  authorize(ctx, 'addVehicle', customer);
  const fields = checked({ ...input, country: tidy(input.country) ?? 'FR' });
  const vehicle = await saved(ctx, ctx.db.create(Vehicle, { ...fields, customerId: customer.id }));
  await audit(ctx, 'vehicle.create', vehicle, changesOf({} as Vehicle, fields));
  const { id, plate } = vehicle;
  await noteActivity(ctx, {
    customerId,
    kind: ActivityKind.VEHICLE_ADDED,
    details: { plate },
    audience: Audience.EVERYONE,
    subject: { type: 'Vehicle', id },
  });
  await tell(ctx, vehicle);
  return vehicle;
}

export async function updateVehicle(ctx: Context, id: string, input: VehicleFields): Promise<Vehicle> {
  const vehicle = await lockVisible(ctx, Vehicle, id);
  authorize(ctx, 'update', vehicle);
  const fields = checked(input, vehicle);
  const changes = changesOf(vehicle, fields);
  await saved(ctx, Object.assign(vehicle, fields));
  await audit(ctx, 'vehicle.update', vehicle, changes);
  if (Object.keys(changes).length > 0) await tell(ctx, vehicle);
  return vehicle;
}

/** Only one that nothing was done on: what was done keeps its vehicle. */
export async function deleteVehicle(ctx: Context, id: string): Promise<string> {
  const vehicle = await lockVisible(ctx, Vehicle, id);
  authorize(ctx, 'delete', vehicle);
  if (await ctx.db.existsBy(WorkOrder, { vehicleId: vehicle.id })) throw new UserError('VEHICLE_HAS_WORK', ['input', 'id']);
  const { plate, country, vin, brand, model, year, mileageKm } = vehicle;
  const kept = { plate, country, vin, brand, model, year, mileageKm };
  await audit(
    ctx,
    'vehicle.delete',
    vehicle,
    Object.fromEntries(Object.entries(kept).map(([field, value]) => [field, [value, null]])),
  );
  await tell(ctx, vehicle);
  await ctx.db.delete(Vehicle, { id });
  return id;
}

const tell = (ctx: Context, { customerId }: Vehicle) => publish(ctx, { topic: 'customer', id: customerId });

const saved = (ctx: Context, vehicle: Vehicle): Promise<Vehicle> =>
  orTaken(ctx.db.save(vehicle), 'vehicle_customer_id_plate_key', ['input', 'plate'], 'PLATE_TAKEN');

/** What was typed, as it is kept; every mistake at once. A plate is one of the country it will be of. */
function checked(input: VehicleFields, known?: Vehicle): Partial<Vehicle> {
  const mistakes: UserError[] = [];
  const read = (field: 'country' | 'vin', how: (text: string) => string | null, code: string) =>
    readTyped(mistakes, field, input[field], how, code);
  const country = input.country == null ? undefined : (read('country', readCountry, 'INVALID_COUNTRY') ?? undefined);
  // As it is kept it is nobody's mistake today, unless it moves to another country.
  const moved = country && known && country !== known.country ? known.plate : undefined;
  const typed = readNeeded(mistakes, 'plate', input.plate) ?? moved;
  const french = (country ?? known?.country) === 'FR';
  const plate = typed && (french ? readFrenchPlate(typed) : readForeignPlate(typed));
  if (typed && !plate && !mistakes.some(({ path }) => path.includes('country')))
    mistakes.push(new UserError(french ? 'INVALID_PLATE' : 'INVALID_FOREIGN_PLATE', ['input', 'plate']));
  const year = input.year === undefined ? (known?.year ?? null) : input.year;
  const vin = read('vin', (text) => readVin(text, year), 'INVALID_VIN');
  const fields = given({
    plate: plate ?? undefined,
    country,
    vin,
    vinCheck: vin === undefined ? undefined : vinCheckOf(vin),
    brand: readNeeded(mistakes, 'brand', input.brand),
    model: input.model === undefined ? undefined : tidy(input.model),
    year: input.year,
    mileageKm: input.mileageKm,
  });
  refuseIfAny(mistakes);
  return fields;
}
