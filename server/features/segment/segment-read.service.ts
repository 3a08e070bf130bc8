import DataLoader from 'dataloader';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import type { UserError } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { told } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import type { CustomerSegment } from './segment.entity.js';
import { type Fields, type Rule, readRule } from './segment.rules.js';
import { allFields, fieldsFor, sentencesOf } from './segment-catalogue.service.js';
import { deliveredSegments } from './segment-delivered.rules.js';
import type { SegmentPreview } from './segment-figures.entity.js';
import { meets } from './segment-sql.rules.js';

export type Named = Pick<CustomerSegment, 'key' | 'givenName'>;

/** As somebody called it; a delivered one that nobody renamed is called in the reader's language. */
export const nameOf = ({ key, givenName }: Named, locale: 'fr' | 'en'): string => givenName ?? say(`SEGMENT_NAME_${key}`, locale);

export const descriptionOf = (
  { key, givenDescription, delivered }: Pick<CustomerSegment, 'key' | 'givenDescription' | 'delivered'>,
  locale: 'fr' | 'en',
): string | null => givenDescription ?? (delivered ? say(`SEGMENT_DESCRIPTION_${key}`, locale) : null);

/** As somebody wrote it, or as it came. */
export const ruleOf = ({ key, givenRule }: Pick<CustomerSegment, 'key' | 'givenRule'>): Rule =>
  (givenRule as Rule | null) ?? deliveredSegments[key].rule;

const CATALOGUE = 'segment fields';

/** Fields are read once a request, however many segments say their rule. */
function fieldsOnce(ctx: Context): Promise<Fields> {
  const read = async (keys: readonly string[]) => {
    const fields = await allFields(ctx);
    return keys.map(() => fields);
  };
  const loader = ctx.loaders.get(CATALOGUE) ?? new DataLoader(read);
  ctx.loaders.set(CATALOGUE, loader);
  return loader.load('all') as Promise<Fields>;
}

/** The rule in words; null where it names what is there no more. */
export async function sentenceOfSegment(ctx: Context, segment: CustomerSegment): Promise<string | null> {
  const fields = await fieldsOnce(ctx);
  const { rule, mistakes } = readRule(ruleOf(segment), fields);
  return mistakes.length > 0 ? null : (await sentencesOf(ctx, [rule], fields))[0];
}

const FIRST = 10;

/** Who a rule holds for, as somebody writes it: of the customers they see, by what they may see. */
export async function previewSegment(ctx: Context, json: unknown): Promise<SegmentPreview> {
  const fields = await fieldsFor(ctx);
  const { rule, mistakes } = readRule(json, fields, ['rule']);
  if (mistakes.length > 0) return { count: null, customers: [], sentence: null, userErrors: told(mistakes, ctx.locale) };
  const [{ count, ids }] = await ctx.query<{ count: number; ids: string[] }>(sql`
    with met as materialized (
      select it.id, it.name from customer it where it.restricted_at is null and ${meets(rule, fields, sql`it`)} and ${visible(ctx.viewer, Customer, sql`it`)})
    select (select count(*) from met)::integer as count,
      array(select id from met order by name, id limit ${FIRST}::integer) as ids`);
  const customers = await Promise.all(ids.map((id) => load(ctx, customerById, id)));
  const [sentence] = await sentencesOf(ctx, [rule], fields);
  return { count, customers: customers.filter((one) => one !== null), sentence, userErrors: [] };
}

/** A rule that somebody sends, checked against what they may see. Mistakes go to their conditions. */
export function checkedRule(json: unknown, fields: Fields): { rule: Rule | null; mistakes: UserError[] } {
  const { rule, mistakes } = readRule(json, fields);
  return { rule: mistakes.length > 0 ? null : rule, mistakes };
}
