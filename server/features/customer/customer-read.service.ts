import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import type { Context, Viewer } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { readValues, type ValueChange } from './custom-field-value.service.js';
import { Customer, CustomerKind } from './customer.entity.js';
import type { CustomerFields } from './customer.input.js';
import { given, readNeeded, readTyped } from './customer-part.service.js';
import { readIban } from './iban.rules.js';
import { isOfSiren, mistakeInSiret, readEmail, readPhone, readSiret, readUrl, readVatNumber } from './identity.rules.js';

/** Words as they are kept: lower case, each once. */
export const tagsOf = (typed: readonly string[]): string[] => [
  ...new Set(typed.map((tag) => tag.trim().toLowerCase()).filter(Boolean)),
];

/** What was typed, as it is kept, without what it says of our own people; every mistake is added. `before` is the one that is changed. */
export function readCustomer(
  mistakes: UserError[],
  { permissions }: Pick<Viewer, 'permissions'>,
  input: CustomerFields,
  kind: CustomerKind,
  before?: Customer,
): Partial<Customer> {
  const read = (
    field: 'siret' | 'vatNumber' | 'phone' | 'website' | 'email' | 'iban',
    how: (text: string) => string | null,
    code: string,
  ) => readTyped(mistakes, field, input[field], how, code);
  const fields: Partial<Customer> = given({
    kind: input.kind ?? undefined,
    name: readNeeded(mistakes, 'name', input.name),
    siret: read('siret', readSiret, 'INVALID_SIRET'),
    vatNumber: read('vatNumber', readVatNumber, 'INVALID_VAT_NUMBER'),
    email: read('email', readEmail, 'INVALID_EMAIL'),
    phone: read('phone', readPhone, 'INVALID_PHONE'),
    website: read('website', readUrl, 'INVALID_URL'),
    iban: read('iban', readIban, 'INVALID_IBAN'),
    tags: input.tags == null ? undefined : tagsOf(input.tags),
    internalNote: input.internalNote === undefined ? undefined : tidy(input.internalNote),
  });
  // What one may not read one does not write over.
  for (const [field, permission] of [
    ['internalNote', 'customer.internal'],
    ['tags', 'customer.tags'],
    ['iban', 'customer.iban'],
  ] as const)
    if (input[field] !== undefined && !permissions.has(permission)) mistakes.push(new UserError('FORBIDDEN', ['input', field]));
  mistakes.push(...wrongInKind({ ...before, ...fields, kind }, fields, before));
  return fields;
}

/** The same of a form: also who sells to and who looks after them, custom fields, and what exactly is wrong with a SIRET. */
export async function readForm(
  ctx: Context,
  input: CustomerFields,
  kind: CustomerKind,
  before?: Customer,
): Promise<{ fields: Partial<Customer>; values: ValueChange[]; mistakes: UserError[] }> {
  const found: UserError[] = [];
  const fields = readCustomer(found, ctx.viewer, input, kind, before);
  const mistakes = found.map((mistake) => (mistake.code === 'INVALID_SIRET' ? inDetail(mistake, input.siret ?? '') : mistake));
  // Who sells to and who looks after a customer is for our own people to say.
  if (ctx.viewer.reach === Reach.STAFF) {
    for (const [field, reach] of [
      ['resellerId', Reach.REVENDEUR],
      ['managerId', Reach.STAFF],
    ] as const) {
      const id = input[field];
      if (id === undefined) continue;
      if (id !== null && !(await hasReach(ctx, id, reach))) mistakes.push(new UserError('UNKNOWN_USER', ['input', field]));
      fields[field] = id;
    }
  }
  const values = await readValues(ctx, mistakes, input.customFields, kind, before);
  return { fields, values, mistakes };
}

function inDetail(mistake: UserError, siret: string): UserError {
  const { code, params } = mistakeInSiret(siret) ?? mistake;
  return new UserError(code, mistake.path, params);
}

/** A private person has neither SIRET nor VAT number, and a French VAT number is made from the company's SIREN. */
export function wrongInKind(whole: Partial<Customer>, typed: Partial<Customer>, before?: Customer): UserError[] {
  const { kind, siret, vatNumber } = whole;
  if (kind === CustomerKind.PERSON)
    return (['siret', 'vatNumber'] as const)
      .filter((field) => whole[field])
      .map((field) => new UserError('NOT_FOR_A_PERSON', ['input', field]));
  const same = (field: 'siret' | 'vatNumber') => typed[field] === undefined || typed[field] === before?.[field];
  if ((same('siret') && same('vatNumber')) || !siret || !vatNumber || isOfSiren(vatNumber, siret.slice(0, 9))) return [];
  return [new UserError('VAT_OF_ANOTHER', ['input', 'vatNumber'])];
}

async function hasReach(ctx: Context, userId: string, reach: Reach): Promise<boolean> {
  const found = await ctx.query(sql`
    select from user_role given join role on role.id = given.role_id
    where given.user_id::text = ${userId} and role.reach = ${reach}`);
  return found.length > 0;
}

/** Another customer that the viewer sees has this SIRET. */
export async function isTaken(ctx: Context, siret: string, id: string | null): Promise<boolean> {
  const row = sql`it`;
  const other = id !== null && isUUID(id) ? sql`it.id <> ${id}` : sql`true`;
  const found = await ctx.query(sql`
    select from customer it where it.siret = ${siret} and ${other} and ${visible(ctx.viewer, Customer, row)}`);
  return found.length > 0;
}
