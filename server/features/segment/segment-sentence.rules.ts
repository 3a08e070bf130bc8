import { type Locale, say } from '../../core/words.js';
import { type Condition, type Fields, type Group, isGroup, type Within } from './segment.rules.js';
import { FieldKind } from './segment-field.entity.js';
import { type Field } from './segment-field.rules.js';
import './segment-field.words.js';

/** Names of the people a rule is about, by id. */
export type Names = ReadonlyMap<string, string>;

interface Told {
  fields: Fields;
  names: Names;
  locale: Locale;
}

export const labelOf = ({ key, label }: Field, locale: Locale): string => label?.[locale] ?? say(`SEGMENT_FIELD_${key}`, locale);

export function choiceOf({ choices, choiceLabels }: Field, value: string, locale: Locale): string {
  const label = choiceLabels?.get(value)?.[locale];
  return label ?? (choices?.includes(value) && !choiceLabels ? say(`SEGMENT_CHOICE_${value}`, locale) : value);
}

/** The rule as a person says it: `Nombre de commandes est au moins 5 et (…)`. */
export function sentenceOf(group: Group, told: Told): string {
  const word = say(group.match === 'ALL' ? 'SEGMENT_SAY_AND' : 'SEGMENT_SAY_OR', told.locale);
  const parts = group.of.map((part) => {
    if (!isGroup(part)) return conditionIn(part, told);
    const text = sentenceOf(part, told);
    return part.not || part.of.length === 1 ? text : `(${text})`;
  });
  const text = parts.join(` ${word} `);
  return group.not ? `${say('SEGMENT_SAY_NOT', told.locale)} (${text})` : text;
}

function conditionIn({ field: key, op, value, within }: Condition, told: Told): string {
  const field = told.fields.get(key);
  if (!field) return key;
  const { locale } = told;
  const spoken = (one: string | number) => valueIn(one, field, told);
  const label = within ? `${labelOf(field, locale)} ${periodIn(within, locale)}` : labelOf(field, locale);
  const operator = say(`SEGMENT_OPERATOR_${op}`, locale);
  if (op === 'IN_LAST') return `${label} ${say('SEGMENT_SAY_LAST', locale, { days: Number(value) })}`;
  if (op === 'NOT_IN_LAST') return `${label} ${say('SEGMENT_SAY_OLDER', locale, { days: Number(value) })}`;
  if (op === 'YES' || op === 'NO') return locale === 'fr' ? `${label} : ${operator}` : `${label}: ${operator}`;
  if (value === undefined) return `${label} ${operator}`;
  if (op === 'BETWEEN') {
    const [from, to] = (value as (string | number)[]).map(spoken);
    return `${label} ${operator} ${say('SEGMENT_SAY_RANGE', locale, { from, to })}`;
  }
  return `${label} ${operator} ${Array.isArray(value) ? value.map(spoken).join(', ') : spoken(value)}`;
}

function valueIn(value: string | number, field: Field, { names, locale }: Told): string {
  switch (field.kind) {
    case FieldKind.MONEY:
      return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 }).format(
        Number(value) / 100,
      );
    case FieldKind.PERCENT:
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(value) / 100);
    case FieldKind.NUMBER:
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(Number(value));
    case FieldKind.DATE:
      return dayIn(String(value), locale);
    case FieldKind.PERSON:
      return names.get(String(value)) ?? say('SEGMENT_SAY_SOMEBODY', locale);
    case FieldKind.CHOICE:
    case FieldKind.TAGS:
      return choiceOf(field, String(value), locale);
    default:
      return locale === 'fr' ? `« ${value} »` : `“${value}”`;
  }
}

function periodIn(within: Within, locale: Locale): string {
  if ('days' in within) return say('SEGMENT_SAY_PERIOD_DAYS', locale, { days: within.days });
  const [from, to] = [within.from, within.to].map((day) => (day ? dayIn(day, locale) : ''));
  if (from && to) return say('SEGMENT_SAY_PERIOD', locale, { from, to });
  return from ? say('SEGMENT_SAY_PERIOD_FROM', locale, { from }) : say('SEGMENT_SAY_PERIOD_TO', locale, { to });
}

const dayIn = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
