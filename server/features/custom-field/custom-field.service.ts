import { authorize } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { CustomField, CustomFieldSubject } from './custom-field.entity.js';
import type { CreateCustomFieldInput, CustomFieldFields, UpdateCustomFieldInput } from './custom-field.input.js';
import './custom-field.words.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';
import { checkChoices, saidOf, writeChoices } from './custom-field-choice.service.js';
import type { FieldWithChoices } from './field-text.rules.js';

/** A form with more would not be filled in. */
const MOST_FIELDS = 50;

/** Those that are asked for, in their order, with all their choices. */
export async function customFieldsOf(ctx: Context): Promise<FieldWithChoices[]> {
  const fields = await ctx.db.find(CustomField, { where: { archived: false }, order: { position: 'ASC', id: 'ASC' } });
  const choices = await ctx.db.find(CustomFieldChoice, { order: { position: 'ASC', id: 'ASC' } });
  const byField = Map.groupBy(choices, ({ fieldId }) => fieldId);
  return fields.map((field) => Object.assign(field, { choices: byField.get(field.id) ?? [] }));
}

export async function createCustomField(
  ctx: Context,
  { key: typed, kind, ...input }: CreateCustomFieldInput,
): Promise<CustomField> {
  const key = typed.trim();
  const mistakes = /^[a-z][a-z0-9_]{0,39}$/.test(key) ? [] : [new UserError('INVALID_FIELD_KEY', ['input', 'key'])];
  const fields = readFields(mistakes, input);
  const choices = checkChoices(mistakes, kind, input.choices ?? [], []);
  await lockOrder(ctx);
  if ((await ctx.db.countBy(CustomField, { archived: false })) >= MOST_FIELDS)
    mistakes.push(new UserError('TOO_MANY_FIELDS', ['input', 'key'], { max: MOST_FIELDS }));
  refuseIfAny(mistakes);
  const [{ position }] = await ctx.query<{ position: number }>(sql`
    select coalesce(max(position) + 1, 0)::int as position from custom_field`);
  const made = ctx.db.create(CustomField, { ...fields, key, kind, position });
  const field = await orTaken(ctx.db.save(made), 'custom_field_key_key', ['input', 'key'], 'FIELD_KEY_TAKEN');
  await writeChoices(ctx, field.id, choices, []);
  const said: Changes = choices.length > 0 ? { choices: [null, saidOf(choices)] } : {};
  await audit(ctx, 'customField.create', field, { ...changesOf({} as CustomField, { key, kind, ...fields }), ...said });
  return field;
}

export async function updateCustomField(ctx: Context, { id, version, ...input }: UpdateCustomFieldInput): Promise<CustomField> {
  const field = await lockVisible(ctx, CustomField, id);
  authorize(ctx, 'update', field);
  refuseStale(field, version);
  const before = await ctx.db.find(CustomFieldChoice, { where: { fieldId: id }, order: { position: 'ASC', id: 'ASC' } });
  const mistakes: UserError[] = [];
  const fields = readFields(mistakes, input);
  const choices = input.choices == null ? before : checkChoices(mistakes, field.kind, input.choices, before);
  if (fields.appliesTo && fields.appliesTo !== field.appliesTo) mistakes.push(...(await leftOut(ctx, id, fields.appliesTo)));
  refuseIfAny(mistakes);
  if (input.choices != null) await writeChoices(ctx, id, choices, before);
  const [was, is] = [saidOf(before), saidOf(choices)];
  const changes: Changes = {
    ...changesOf(field, fields),
    ...(JSON.stringify(was) === JSON.stringify(is) ? {} : { choices: [was, is] }),
  };
  if (Object.keys(changes).length > 0) await ctx.db.save(Object.assign(field, fields, { version: field.version + 1 }));
  await audit(ctx, 'customField.update', field, changes);
  return field;
}

export async function archiveCustomField(ctx: Context, id: string, archived: boolean): Promise<CustomField> {
  await lockOrder(ctx);
  const field = await lockVisible(ctx, CustomField, id);
  authorize(ctx, 'update', field);
  if (!archived && field.archived && (await ctx.db.countBy(CustomField, { archived: false })) >= MOST_FIELDS)
    throw new UserError('TOO_MANY_FIELDS', ['input', 'id'], { max: MOST_FIELDS });
  const changes = changesOf(field, { archived });
  if (Object.keys(changes).length > 0) await ctx.db.save(Object.assign(field, { archived, version: field.version + 1 }));
  await audit(ctx, archived ? 'customField.archive' : 'customField.restore', field, changes);
  return field;
}

export async function orderCustomFields(ctx: Context, ids: readonly string[]): Promise<CustomField[]> {
  await lockOrder(ctx);
  const named = new Map<string, CustomField>();
  for (const id of new Set(ids)) {
    const field = await lockVisible(ctx, CustomField, id);
    authorize(ctx, 'update', field);
    named.set(id, field);
  }
  const all = await ctx.db.find(CustomField, { order: { position: 'ASC', id: 'ASC' } });
  const ordered = [...named.values(), ...all.filter(({ id }) => !named.has(id))];
  for (const [position, field] of ordered.entries()) {
    if (field.position === position) continue;
    // No version: who writes its words is not in the way of who moves it.
    await ctx.db.update(CustomField, { id: field.id }, { position });
    await audit(ctx, 'customField.order', field, { position: [field.position, position] });
    field.position = position;
  }
  ctx.audited = true; // In this order already: nothing happened.
  return [...named.values()];
}

/** Two people who add, archive or move at once do so one after the other. */
const lockOrder = (ctx: Context) => ctx.query(sql`select pg_advisory_xact_lock(hashtextextended('custom_field', 0))`);

/** What was typed, as it is kept; every mistake is added. */
function readFields(mistakes: UserError[], input: CustomFieldFields): Partial<CustomField> {
  const fields: Partial<CustomField> = {};
  for (const name of ['labelFr', 'labelEn'] as const) {
    if (input[name] == null) continue;
    const label = tidy(input[name]);
    if (label === null) mistakes.push(new UserError('BLANK', ['input', name]));
    else fields[name] = label;
  }
  if (input.helpFr !== undefined) fields.helpFr = tidy(input.helpFr);
  if (input.helpEn !== undefined) fields.helpEn = tidy(input.helpEn);
  if (input.appliesTo != null) fields.appliesTo = input.appliesTo;
  if (input.required != null) fields.required = input.required;
  return fields;
}

/** Of customers it would not be for any more nothing disappears. */
async function leftOut(ctx: Context, id: string, appliesTo: CustomFieldSubject): Promise<UserError[]> {
  if (appliesTo === CustomFieldSubject.EVERYONE) return [];
  const [{ count }] = await ctx.query<{ count: number }>(sql`
    select count(*)::int as count from custom_field_value v join customer c on c.id = v.customer_id
    where v.field_id = ${id} and c.kind <> ${appliesTo}`);
  return count > 0 ? [new UserError('FIELD_IN_USE', ['input', 'appliesTo'], { count })] : [];
}
