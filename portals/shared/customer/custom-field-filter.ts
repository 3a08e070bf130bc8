import { readDayRange } from '../frame/day-range';
import type { CustomFieldFilter } from '../graphql/generated/graphql';

/** Before the field's key, in an address: `field-fluid=…`. */
export const prefix = 'field-';

export type NumberRange = { from: number | null; to: number | null };

const numberOf = (text: string): number | null | undefined => {
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** `10..20.5`, either end open; undefined for what is no range. */
export function readNumberRange(value: string | null): NumberRange | undefined {
  const [first = '', last = '', ...more] = value?.includes('..') ? value.split('..') : [];
  const [from, to] = [numberOf(first), numberOf(last)];
  return more.length || from === undefined || to === undefined || (from === null && to === null) ? undefined : { from, to };
}

/** `has` and `none`; `~word` holds it, `=text` is it; a range of numbers or days; identifiers of choices. Null for what is none of these. */
export function conditionOf(key: string, value: string): CustomFieldFilter | null {
  if (value === 'has' || value === 'none') return { key, has: value === 'has' };
  if (value.length > 1 && value.startsWith('~')) return { key, contains: value.slice(1) };
  if (value.length > 1 && value.startsWith('=')) return { key, equals: value.slice(1) };
  const days = readDayRange(value);
  if (days) return { key, since: days.from || null, until: days.to || null };
  const range = readNumberRange(value);
  if (range) return { key, ...range };
  return /^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/.test(value) ? { key, choiceIds: value.split(',') } : null;
}

/**
 * The conditions that an address holds. `known` are the keys of the fields there are: what names another is left aside. While they are
 * not read all are taken, so that the list is asked for once.
 */
export function conditionsIn(search: string, known: readonly string[] | null): CustomFieldFilter[] | null {
  const found = [...new URLSearchParams(search)].flatMap(([name, value]) => {
    const key = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    return key !== null && (known === null || known.includes(key)) ? (conditionOf(key, value) ?? []) : [];
  });
  return found.length > 0 ? found : null;
}
