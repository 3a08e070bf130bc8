import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { refuseStale } from '../../core/mutation.js';
import { isFrance, misfit } from '../geography/communes.rules.js';
import { positionOf } from '../geography/geocoding.service.js';
import { Address } from './address.entity.js';
import type { AddressFields } from './address.input.js';
import { given, lockPart, lockWhole, moveOn, readNeeded, readTyped } from './customer-part.service.js';
import { readCountry, readPostalCode } from './identity.rules.js';

const FRANCE = 'FR';

export async function addAddress(ctx: Context, customerId: string, input: AddressFields): Promise<Address> {
  const customer = await lockWhole(ctx, customerId);
  const fields = checked({ ...input, country: tidy(input.country) ?? FRANCE });
  const address = await ctx.db.save(
    ctx.db.create(Address, { ...fields, ...located(fields as Address), customerId: customer.id }),
  );
  await changed(ctx, address, 'address.add', changesOf({} as Address, fields));
  return address;
}

export async function updateAddress(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: AddressFields,
): Promise<Address> {
  const address = await lockPart(ctx, Address, id);
  refuseStale(address, version);
  const fields = checked(input, address);
  const moves = changesOf(address, fields);
  // Where it was is not where it is.
  if (moves.street || moves.postalCode || moves.city || moves.country) Object.assign(fields, located({ ...address, ...fields }));
  const changes = changesOf(address, fields);
  await ctx.db.save(moveOn(address, fields, changes));
  await changed(ctx, address, 'address.update', changes);
  return address;
}

export async function deleteAddress(ctx: Context, id: string): Promise<string> {
  const address = await lockPart(ctx, Address, id);
  const { kind, street, complement, postalCode, city, country } = address;
  await changed(ctx, address, 'address.delete', {
    kind: [kind, null],
    street: [street, null],
    complement: [complement, null],
    postalCode: [postalCode, null],
    city: [city, null],
    country: [country, null],
  });
  await ctx.db.delete(Address, { id });
  return id;
}

/** Where its commune is, at once; the address service is asked after, to the street. */
export function located({ postalCode, city, country }: Pick<Address, 'postalCode' | 'city' | 'country'>): Partial<Address> {
  return positionOf(postalCode, city, country) ?? { latitude: null, longitude: null, precision: null };
}

async function changed(ctx: Context, address: Address, action: string, changes: Changes): Promise<void> {
  await audit(ctx, action, address, changes);
  if (Object.keys(changes).length > 0) await publish(ctx, { topic: 'customer', id: address.id, about: address.customerId });
}

/** What was typed, as it is kept; every mistake at once. */
function checked(input: AddressFields, known?: Address): Partial<Address> {
  const mistakes: UserError[] = [];
  const fields = readAddress(mistakes, input, known);
  refuseIfAny(mistakes);
  return fields;
}

/** What was typed, as it is kept; every mistake is added. A postal code is one of the country it will be in. */
export function readAddress(mistakes: UserError[], input: AddressFields, known?: Address): Partial<Address> {
  const country = readTyped(mistakes, 'country', tidy(input.country) ?? undefined, readCountry, 'INVALID_COUNTRY') ?? undefined;
  const typed = readNeeded(mistakes, 'postalCode', input.postalCode) ?? known?.postalCode;
  const postalCode = typed && readPostalCode(typed, country ?? known?.country ?? FRANCE);
  if (typed && !postalCode) mistakes.push(new UserError('INVALID_POSTAL_CODE', ['input', 'postalCode']));
  const city = readNeeded(mistakes, 'city', input.city);
  const fields = given({
    kind: input.kind ?? undefined,
    street: readNeeded(mistakes, 'street', input.street),
    complement: input.complement === undefined ? undefined : tidy(input.complement),
    postalCode: postalCode ?? undefined,
    city,
    country,
  });
  if (mistakes.length === 0) mistakes.push(...misfits({ ...known, ...fields } as Address, known));
  return fields;
}

/** A commune that does not have this postal code; what is as it was is nobody's mistake today. */
function misfits({ postalCode, city, country }: Address, known: Address | undefined): UserError[] {
  if (known && known.postalCode === postalCode && known.city === city && known.country === country) return [];
  const communes = isFrance(country) && misfit(postalCode, city);
  if (!communes) return [];
  const [first = '', ...others] = communes;
  const params = {
    postalCode,
    city,
    communes: others.length > 0 ? `${[first, ...others].slice(0, 3).join(', ')}${others.length > 2 ? '…' : ''}` : first,
  };
  return [new UserError('POSTAL_CODE_OF_ANOTHER_CITY', ['input', 'postalCode'], params)];
}
