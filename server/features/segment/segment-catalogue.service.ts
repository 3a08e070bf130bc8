import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { CustomField, CustomFieldKind } from '../custom-field/custom-field.entity.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import type { Fields, Rule } from './segment.rules.js';
import { conditionsOf } from './segment.rules.js';
import type { SegmentChoice, SegmentField } from './segment-field.entity.js';
import { FieldGroup, FieldKind } from './segment-field.entity.js';
import { type Field, field, operatorsOf, ownFields, takes } from './segment-field.rules.js';
import { choiceOf, labelOf, type Names, sentenceOf } from './segment-sentence.rules.js';

interface CustomRow {
  id: string;
  key: string;
  kind: CustomFieldKind;
  fr: string;
  en: string;
  archived: boolean;
  choices: { id: string; fr: string; en: string }[];
}

/** All that rules may ask about, fields of our own that were put away too: rules that name them go on. */
export async function allFields(ctx: Context): Promise<Fields> {
  const custom = await ctx.query<CustomRow>(sql`
    select f.id, f.key, f.kind, f.label_fr as fr, f.label_en as en, f.archived, (
      select coalesce(json_agg(json_build_object('id', c.id, 'fr', c.label_fr, 'en', c.label_en) order by c.position), '[]')
      from custom_field_choice c where c.field_id = f.id) as choices
    from custom_field f where ${visible(ctx.viewer, CustomField, sql`f`)} order by f.position`);
  return new Map([...ownFields, ...custom.map(ofCustom)].map((one) => [one.key, one]));
}

const KINDS: Record<CustomFieldKind, [kind: FieldKind, column: Sql]> = {
  TEXT: [FieldKind.TEXT, sql`v.text`],
  NUMBER: [FieldKind.NUMBER, sql`v.number`],
  DATE: [FieldKind.DATE, sql`v.date`],
  CHOICE: [FieldKind.CHOICE, sql`v.choice_id`],
};

function ofCustom({ id, key, kind, fr, en, choices }: CustomRow): Field {
  const [as, column] = KINDS[kind];
  return field(FieldGroup.CUSTOM, `custom.${key}`, {
    kind: as,
    needs: 'customField.read',
    mayBeUnknown: true,
    least: -1e15,
    most: 1e15,
    choices: kind === CustomFieldKind.CHOICE ? choices.map((choice) => choice.id) : null,
    label: { fr, en },
    choiceLabels: new Map(choices.map((choice) => [choice.id, choice])),
    at: (it) => sql`(select ${column} from custom_field_value v where v.customer_id = ${it}.id and v.field_id = ${id}::uuid)`,
  });
}

/** Those of them that the viewer may see. */
export async function fieldsFor(ctx: Context): Promise<Fields> {
  const fields = [...(await allFields(ctx))];
  return new Map(fields.filter(([, { needs }]) => needs === null || ctx.viewer.permissions.has(needs)));
}

const MOST_CHOICES = 200;

/** The same as the portal shows them: with their words, and with what is in use where anything may be said. */
export async function describedFields(ctx: Context): Promise<SegmentField[]> {
  const fields = [...(await fieldsFor(ctx)).values()];
  const used = await inUse(ctx);
  return fields.map((one) => ({
    key: one.key,
    label: labelOf(one, ctx.locale),
    group: one.group,
    groupLabel: say(`SEGMENT_GROUP_${one.group}`, ctx.locale),
    kind: one.kind,
    operators: operatorsOf(one).map((key) => ({ key, label: say(`SEGMENT_OPERATOR_${key}`, ctx.locale), takes: takes(key) })),
    choices: one.choices?.map((value) => ({ value, label: choiceOf(one, value, ctx.locale) })) ?? used[one.key] ?? [],
    closed: one.choices !== null || one.kind === FieldKind.PERSON,
    inPeriod: one.inPeriod,
    least: one.least,
    most: one.most,
  }));
}

async function inUse(ctx: Context): Promise<Record<string, SegmentChoice[]>> {
  const seen = visible(ctx.viewer, Customer, sql`it`);
  const who = (reach: Reach) => sql`(
    select coalesce(json_agg(json_build_object('value', id, 'label', name) order by name), '[]') from (
      select u.id, u.name from "user" u where u.status = 'ACTIVE' and ${visible(ctx.viewer, User, sql`u`)} and exists (
        select from user_role given join role on role.id = given.role_id where given.user_id = u.id and role.reach = ${reach})
      order by u.name limit ${MOST_CHOICES}::integer) held)`;
  const [row] = await ctx.query<{ manager: SegmentChoice[]; reseller: SegmentChoice[]; tags: SegmentChoice[] }>(sql`
    select ${who(Reach.STAFF)} as manager, ${who(Reach.REVENDEUR)} as reseller, (
      select coalesce(json_agg(json_build_object('value', tag, 'label', tag)), '[]') from (
        select tag from (select unnest(it.tags) as tag from customer it where ${seen}) given
        group by tag order by count(*) desc, tag limit ${MOST_CHOICES}::integer) held) as tags`);
  return { 'customer.manager': row.manager, 'customer.reseller': row.reseller, 'customer.tags': row.tags };
}

/** The rules in the viewer's language; the names of people in them are read at once. */
export async function sentencesOf(ctx: Context, rules: readonly Rule[], fields: Fields): Promise<string[]> {
  const ids = rules.flatMap((rule) =>
    conditionsOf(rule)
      .filter((one) => fields.get(one.field)?.kind === FieldKind.PERSON)
      .flatMap(({ value }) => value as string[]),
  );
  const names = await namesOf(ctx, ids.filter(Boolean));
  return rules.map((rule) => sentenceOf(rule, { fields, names, locale: ctx.locale }));
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.query<{ id: string; name: string }>(sql`
    select u.id, u.name from "user" u where u.id = any(${ids}::uuid[]) and ${visible(ctx.viewer, User, sql`u`)}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
