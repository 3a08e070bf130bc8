import type { Changes } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { sql } from '../../core/sql.js';
import { customFieldsOf } from '../custom-field/custom-field.service.js';
import { type FieldWithChoices, isFor, readText, type Stored } from '../custom-field/field-text.rules.js';
import type { CustomFieldValueInput } from './custom-field-value.input.js';
import type { Customer } from './customer.entity.js';

/** What is known of a customer by a custom field, and how people know it. */
export interface KnownValue extends Stored {
  customerId: string;
  fieldId: string;
  key: string;
  appliesTo: FieldWithChoices['appliesTo'];
  said: string;
}

/** What is to be written: null takes the value away. */
export interface ValueChange {
  fieldId: string;
  key: string;
  before: KnownValue | null;
  after: { stored: Stored; said: string } | null;
}

/** All values of these customers, those of archived fields too. */
export const knownValues = (ctx: Context, customerIds: readonly string[]): Promise<KnownValue[]> =>
  ctx.query<KnownValue>(sql`
    select v.customer_id as "customerId", v.field_id as "fieldId", f.key, f.applies_to as "appliesTo", v.text, v.number, v.date::text as date,
      v.choice_id as "choiceId", coalesce(v.text, v.number::text, v.date::text, c.label_fr) as said
    from custom_field_value v join custom_field f on f.id = v.field_id left join custom_field_choice c on c.id = v.choice_id
    where v.customer_id = any(${customerIds}::uuid[]) order by v.customer_id, f.position, f.id`);

const members = ['text', 'number', 'date', 'choiceId'] as const;

/** What stands there is another than what stood there. */
export const isChange = ({ before, after }: Pick<ValueChange, 'before' | 'after'>): boolean =>
  members.some((member) => (before?.[member] ?? null) !== (after?.stored[member] ?? null));

const at = (key: string) => ['input', 'customFields', key];

/** What a form says of custom fields; every mistake is added. `before` is the customer that is changed. */
export async function readValues(
  ctx: Context,
  mistakes: UserError[],
  given: readonly CustomFieldValueInput[] | null | undefined,
  kind: string,
  before?: Customer,
): Promise<ValueChange[]> {
  const moves = before !== undefined && before.kind !== kind;
  if (!given && !moves) return [];
  if (given && !ctx.viewer.permissions.has('customField.fill')) {
    mistakes.push(new UserError('FORBIDDEN', ['input', 'customFields']));
    return [];
  }
  const fields = given ? await customFieldsOf(ctx) : [];
  const known = before ? await knownValues(ctx, [before.id]) : [];
  const changes = new Map<string, ValueChange>();
  for (const one of given ?? []) {
    const field = fields.find(({ key }) => key === one.key);
    const was = known.find(({ key }) => key === one.key);
    if (!field) mistakes.push(new UserError('UNKNOWN_CUSTOM_FIELD', at(one.key)));
    else if (changes.has(field.id)) mistakes.push(new UserError('GIVEN_TWICE', at(one.key)));
    else changes.set(field.id, readOne(mistakes, field, one.value, kind, was));
  }
  // What was asked of a company says nothing of a person: it goes, and the trail says what it was.
  if (moves)
    for (const one of known) {
      const { fieldId, key } = one;
      if (!isFor(one, kind) && !changes.has(fieldId)) changes.set(fieldId, { fieldId, key, before: one, after: null });
    }
  return [...changes.values()].filter(isChange);
}

function readOne(
  mistakes: UserError[],
  field: FieldWithChoices,
  value: string | null | undefined,
  kind: string,
  was: KnownValue | undefined,
): ValueChange {
  const { id: fieldId, key } = field;
  const change: ValueChange = { fieldId, key, before: was ?? null, after: null };
  const typed = tidy(value);
  if (typed === null) {
    if (field.required && isFor(field, kind)) mistakes.push(new UserError('BLANK', at(key)));
    return change;
  }
  const read = isFor(field, kind) ? readText(field, typed, was) : { code: 'FIELD_NOT_FOR_KIND' };
  if ('code' in read) mistakes.push(new UserError(read.code, at(key), read.params));
  else change.after = read;
  return change;
}

/** A new customer of somebody who fills them in has all that forms insist on. */
export async function missingValues(
  ctx: Context,
  given: readonly CustomFieldValueInput[] | null | undefined,
  kind: string,
): Promise<UserError[]> {
  if (!ctx.viewer.permissions.has('customField.fill')) return [];
  const fields = await customFieldsOf(ctx);
  return fields
    .filter((field) => field.required && isFor(field, kind) && !given?.some(({ key }) => key === field.key))
    .map(({ key }) => new UserError('BLANK', at(key)));
}

/** For the audit trail: a property for each field, by its key. */
export const valueChanges = (changes: readonly ValueChange[]): Changes =>
  Object.fromEntries(
    changes.map(({ key, before, after }) => [`customFields.${key}`, [before?.said ?? null, after?.said ?? null]]),
  );

/**
 * Somebody may delete a choice between its being read and written. They hold its field while they do: whoever gives it first has it
 * kept, and whoever comes second is told that it is gone.
 */
async function refuseGoneChoices(
  ctx: Context,
  changes: readonly Pick<ValueChange, 'fieldId' | 'key' | 'after'>[],
): Promise<void> {
  const given = changes.filter(({ after }) => after?.stored.choiceId);
  if (given.length === 0) return;
  const fields = [...new Set(given.map(({ fieldId }) => fieldId))];
  await ctx.query(sql`select from custom_field where id = any(${fields}::uuid[]) order by id for key share`);
  const keys = new Map(given.map(({ key, after }) => [after?.stored.choiceId, key]));
  const there = await ctx.query<{ id: string }>(sql`
    select id from custom_field_choice where id = any(${[...keys.keys()]}::uuid[])`);
  for (const { id } of there) keys.delete(id);
  refuseIfAny([...keys.values()].map((key) => new UserError('UNKNOWN_CHOICE', at(key))));
}

/** Writes values of any customers, a statement for those that go and one for those that come. */
export async function writeValues(
  ctx: Context,
  changes: readonly (Pick<ValueChange, 'fieldId' | 'key' | 'after'> & { customerId: string })[],
): Promise<void> {
  await refuseGoneChoices(ctx, changes);
  const gone = changes.filter(({ after }) => after === null).map(({ customerId, fieldId }) => ({ customerId, fieldId }));
  if (gone.length > 0)
    await ctx.query(sql`
      delete from custom_field_value v using json_to_recordset(${JSON.stringify(gone)}::json) as g ("customerId" uuid, "fieldId" uuid)
      where v.customer_id = g."customerId" and v.field_id = g."fieldId"`);
  const come = changes.flatMap(({ customerId, fieldId, after }) => (after ? [{ customerId, fieldId, ...after.stored }] : []));
  if (come.length > 0)
    await ctx.query(sql`
      insert into custom_field_value (customer_id, field_id, text, number, date, choice_id)
      select "customerId", "fieldId", text, number, date, "choiceId"
      from json_to_recordset(${JSON.stringify(come)}::json) as v ("customerId" uuid, "fieldId" uuid, text text, number double precision,
        date date, "choiceId" uuid)
      on conflict (customer_id, field_id) do update set text = excluded.text, number = excluded.number, date = excluded.date,
        choice_id = excluded.choice_id`);
}
