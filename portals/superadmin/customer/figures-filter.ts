import type { TFunction } from 'i18next';
import type { CustomerFiguresFilter, Segment } from '../../shared/graphql/generated/graphql';
import { date, monthLong, percent } from '../../shared/ui/format';

/** The words of the address: `segment.LOST~asOf.2026-11-21`. */
const SEPARATOR = '~';

export const segmentNames = [
  'CHAMPIONS',
  'LOYAL_CUSTOMERS',
  'POTENTIAL_LOYALIST',
  'NEW_CUSTOMERS',
  'PROMISING',
  'NEED_ATTENTION',
  'ABOUT_TO_SLEEP',
  'AT_RISK',
  'CANT_LOSE_THEM',
  'LOST',
  'OTHERS',
] as const satisfies readonly Segment[];

const days = new Set(['asOf', 'cohort', 'activeIn']);
const numbers = new Set(['r', 'f', 'm', 'tenth', 'tenths', 'aliveFrom', 'aliveBelow', 'healthFrom', 'healthBelow']);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isSegment = (text: string): text is Segment => (segmentNames as readonly string[]).includes(text);

/** A condition on figures as it stands in the address. */
export function spelledFigures({ before, ...filter }: CustomerFiguresFilter): string {
  const words = Object.entries(filter).flatMap(([key, value]) => (value == null ? [] : [`${key}.${value}`]));
  if (before) words.push(`since.${before.asOf}`, ...(before.segment ? [`was.${before.segment}`] : []));
  return words.join(SEPARATOR);
}

/** The list of the customers that meet it. */
export const customersHref = (filter: CustomerFiguresFilter) =>
  `/customers?${new URLSearchParams({ figures: spelledFigures(filter) })}`;

/** What stands in the address as a condition; what makes no sense there is left out. Null where nothing is asked. */
export function figuresIn(text: string | null): CustomerFiguresFilter | null {
  if (!text) return null;
  const words = new Map(
    text.split(SEPARATOR).map((word): [string, string] => {
      const at = word.indexOf('.');
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
  const filter: Record<string, unknown> = {};
  for (const [key, value] of words) {
    if (days.has(key) && isDay(value)) filter[key] = value;
    if (numbers.has(key) && Number.isFinite(Number(value))) filter[key] = Number(value);
    if (key === 'segment' && isSegment(value)) filter.segment = value;
    if (key === 'forecastIn' && /^[A-Z]{3}$/.test(value)) filter.forecastIn = value;
  }
  const since = words.get('since') ?? '';
  const was = words.get('was') ?? '';
  if (isDay(since)) filter.before = { asOf: since, segment: isSegment(was) ? was : null };
  return filter;
}

/** The condition in words. */
export function figuresSaid(filter: CustomerFiguresFilter, t: TFunction): string {
  const { segment, r, f, m, before, tenth, tenths, cohort, activeIn, forecastIn, aliveFrom, aliveBelow } = filter;
  const scores = [r && `R${r}`, f && `F${f}`, m && `M${m}`].filter(Boolean).join(' ');
  const said = [
    segment && t(`customer.segment.${segment}.name`),
    scores,
    before &&
      (before.segment
        ? t('customers.figures.was', { segment: t(`customer.segment.${before.segment}.name`), day: date(before.asOf) })
        : t('customers.figures.wasNone', { day: date(before.asOf) })),
    tenth && t('customers.figures.tenth', { tenth }),
    tenths && t('customers.figures.tenths', { share: percent(tenths / 10) }),
    cohort && t('customers.figures.cohort', { month: monthLong(cohort) }),
    activeIn && t('customers.figures.activeIn', { month: monthLong(activeIn) }),
    forecastIn && t('customers.figures.forecastIn', { currency: forecastIn }),
    range(aliveFrom, aliveBelow, percent, (bounds) => t('customers.figures.alive', bounds)),
    range(filter.healthFrom, filter.healthBelow, String, (bounds) => t('customers.figures.health', bounds)),
  ].filter(Boolean);
  if (said.length === 0) said.push(t('customers.figures.bought'));
  if (filter.asOf) said.push(t('customers.figures.asOf', { day: date(filter.asOf) }));
  return said.join(', ');
}

type Bound = number | null | undefined;

function range(from: Bound, below: Bound, spell: (bound: number) => string, say: (bounds: { bounds: string }) => string) {
  if (from == null && below == null) return null;
  if (below == null) return say({ bounds: `≥ ${spell(from ?? 0)}` });
  return say({ bounds: from ? `${spell(from)}–${spell(below)}` : `< ${spell(below)}` });
}
