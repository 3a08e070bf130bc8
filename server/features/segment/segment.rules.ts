import { isUUID } from 'class-validator';
import { isDay } from '../../core/cursor.js';
import { UserError } from '../../core/errors.js';
import { FieldKind } from './segment-field.entity.js';
import { type Field, type Operator, operators, operatorsOf, takes } from './segment-field.rules.js';
import './segment.words.js';

/** What a period is said by: the last days, or days of the calendar, both ends included. */
export type Within = { days: number } | { from?: string; to?: string };

/** A field compared with something. */
export interface Condition {
  field: string;
  op: Operator;
  value?: string | number | (string | number)[];
  /** Only what was in this period counts. */
  within?: Within;
}

/** Conditions that hold together, or of which one holds; or just not so. */
export interface Group {
  match: 'ALL' | 'ANY';
  not?: boolean;
  of: (Group | Condition)[];
}

export interface Rule extends Group {
  version: 1;
}

export type Fields = ReadonlyMap<string, Field>;

export const isGroup = (part: Group | Condition): part is Group => 'of' in part;

const MOST_CONDITIONS = 50;
const DEEPEST = 4;
const MOST_VALUES = 100;
const LONGEST = 200;
const MOST_DAYS = 36_500;

/** A rule read from JSON, and every mistake in it with the way to what is wrong. What is not known is a mistake, not left out. */
export function readRule(
  json: unknown,
  fields: Fields,
  way: string[] = ['input', 'rule'],
): { rule: Rule; mistakes: UserError[] } {
  const mistakes: UserError[] = [];
  const reader = new RuleReader(fields, (code, path, params) => mistakes.push(new UserError(code, path, params)));
  if (!isObject(json)) return { rule: EMPTY, mistakes: [new UserError('RULE_SHAPE', way)] };
  if (json.version !== 1) mistakes.push(new UserError('RULE_VERSION', [...way, 'version']));
  const { version: _, ...tree } = json;
  const group = reader.group(tree, way, 1);
  if (reader.count > MOST_CONDITIONS) mistakes.push(new UserError('RULE_TOO_LONG', way, { max: MOST_CONDITIONS }));
  return { rule: { version: 1, ...group }, mistakes };
}

const EMPTY: Rule = { version: 1, match: 'ALL', of: [] };

type Refuse = (code: string, path: string[], params?: Record<string, string | number>) => void;

class RuleReader {
  count = 0;

  constructor(
    private readonly fields: Fields,
    private readonly refuse: Refuse,
  ) {}

  group(json: Json, way: string[], depth: number): Group {
    this.names(json, ['match', 'not', 'of'], way);
    if (json.match !== 'ALL' && json.match !== 'ANY') this.refuse('RULE_MATCH', [...way, 'match']);
    if (json.not !== undefined && typeof json.not !== 'boolean') this.refuse('RULE_SHAPE', [...way, 'not']);
    const parts = Array.isArray(json.of) ? json.of : [];
    if (parts.length === 0) this.refuse('RULE_EMPTY', [...way, 'of']);
    if (depth > DEEPEST) this.refuse('RULE_TOO_DEEP', way, { max: DEEPEST });
    const of = depth > DEEPEST ? [] : parts.flatMap((part, index) => this.part(part, [...way, 'of', String(index)], depth));
    return { match: json.match === 'ANY' ? 'ANY' : 'ALL', ...(json.not === true ? { not: true } : {}), of };
  }

  private part(json: unknown, way: string[], depth: number): (Group | Condition)[] {
    if (isObject(json) && 'of' in json) return [this.group(json, way, depth + 1)];
    this.count += 1;
    if (this.count > MOST_CONDITIONS) return [];
    if (!isObject(json)) this.refuse('RULE_SHAPE', way);
    return isObject(json) ? this.condition(json, way) : [];
  }

  private condition(json: Json, way: string[]): Condition[] {
    this.names(json, ['field', 'op', 'value', 'within'], way);
    const field = typeof json.field === 'string' ? this.fields.get(json.field) : undefined;
    if (!field) this.refuse('RULE_FIELD', [...way, 'field']);
    const op = operators.find((known) => known === json.op);
    if (!op || (field && !operatorsOf(field).includes(op))) this.refuse('RULE_OPERATOR', [...way, 'op']);
    if (!field || !op || !operatorsOf(field).includes(op)) return [];
    const within = json.within == null ? undefined : this.within(json.within, field, [...way, 'within']);
    const value = this.value(json.value, field, op, [...way, 'value']);
    return [{ field: field.key, op, ...(value === undefined ? {} : { value }), ...(within ? { within } : {}) }];
  }

  private value(json: unknown, field: Field, op: Operator, way: string[]): Condition['value'] {
    switch (takes(op)) {
      case 'NOTHING':
        if (json != null) this.refuse('RULE_NO_VALUE', way);
        return undefined;
      case 'ONE':
        return this.one(json, field, way);
      case 'DAYS':
        return this.days(json, way);
      case 'TWO': {
        const [from, to] = Array.isArray(json) && json.length === 2 ? json : [undefined, undefined];
        const both = [this.one(from, field, [...way, '0']), this.one(to, field, [...way, '1'])];
        if (both.every((end) => end !== undefined) && both[0]! > both[1]!) this.refuse('RULE_TURNED', way);
        return both as (string | number)[];
      }
      default: {
        const list = Array.isArray(json) ? json : [];
        if (list.length === 0) this.refuse('RULE_VALUE_MISSING', way);
        if (list.length > MOST_VALUES) this.refuse('TOO_MANY', way, { max: MOST_VALUES });
        const read = list.slice(0, MOST_VALUES).map((one, index) => this.one(one, field, [...way, String(index)]));
        return [...new Set(read)] as (string | number)[];
      }
    }
  }

  private one(json: unknown, field: Field, way: string[]): string | number | undefined {
    const { kind, choices, least, most } = field;
    const wrong = (code: string, params?: Record<string, string | number>) => {
      this.refuse(json == null || json === '' ? 'RULE_VALUE_MISSING' : code, way, params);
      return undefined;
    };
    if (kind === FieldKind.NUMBER || kind === FieldKind.MONEY || kind === FieldKind.PERCENT) {
      if (typeof json !== 'number' || !Number.isFinite(json)) return wrong('RULE_NUMBER');
      if (kind === FieldKind.MONEY && !Number.isSafeInteger(json)) return wrong('RULE_NUMBER');
      if (json < least) return wrong('TOO_SMALL', { min: least });
      return json > most ? wrong('TOO_LARGE', { max: most }) : json;
    }
    if (typeof json !== 'string') return wrong('RULE_SHAPE');
    const text = json.trim();
    if (text === '') return wrong('RULE_VALUE_MISSING');
    if (text.length > LONGEST) return wrong('TOO_LONG', { max: LONGEST });
    if (text.includes('\0')) return wrong('CONTROL_CHARACTER');
    if (kind === FieldKind.DATE && !isDay(text)) return wrong('RULE_DAY');
    if (kind === FieldKind.PERSON && !isUUID(text)) return wrong('RULE_CHOICE');
    if (choices && !choices.includes(text)) return wrong('RULE_CHOICE');
    return text;
  }

  private days(json: unknown, way: string[]): number | undefined {
    const wrong = json == null || json === '' ? 'RULE_VALUE_MISSING' : 'RULE_DAYS';
    if (Number.isInteger(json) && (json as number) >= 1 && (json as number) <= MOST_DAYS) return json as number;
    this.refuse(wrong, way, { max: MOST_DAYS });
    return undefined;
  }

  private within(json: unknown, field: Field, way: string[]): Within | undefined {
    if (!field.inPeriod) this.refuse('RULE_NO_PERIOD', way);
    if (!isObject(json)) {
      this.refuse('RULE_SHAPE', way);
      return undefined;
    }
    if ('days' in json) {
      this.names(json, ['days'], way);
      return { days: this.days(json.days, [...way, 'days'])! };
    }
    this.names(json, ['from', 'to'], way);
    for (const end of ['from', 'to'] as const)
      if (json[end] != null && !(typeof json[end] === 'string' && isDay(json[end]))) this.refuse('RULE_DAY', [...way, end]);
    if (json.from == null && json.to == null) this.refuse('RULE_VALUE_MISSING', [...way, 'from']);
    if (typeof json.from === 'string' && typeof json.to === 'string' && json.from > json.to) this.refuse('RULE_TURNED', way);
    return { ...(json.from ? { from: json.from as string } : {}), ...(json.to ? { to: json.to as string } : {}) };
  }

  private names(json: Json, known: readonly string[], way: string[]): void {
    const odd = Object.keys(json).find((name) => !known.includes(name));
    if (odd !== undefined) this.refuse('RULE_SHAPE', [...way, odd.slice(0, 40)]);
  }
}

type Json = Record<string, unknown>;
const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);

/** Every condition of a rule, from left to right. */
export const conditionsOf = (group: Group): Condition[] =>
  group.of.flatMap((part) => (isGroup(part) ? conditionsOf(part) : [part]));

/** The permissions that all it asks about needs. */
export const needsOf = (rule: Rule, fields: Fields): string[] =>
  [...new Set(conditionsOf(rule).flatMap(({ field }) => fields.get(field)?.needs ?? []))].sort();
