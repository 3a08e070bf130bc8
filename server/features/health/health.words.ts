import { defineWords, type Locale, type Params, say } from '../../core/words.js';
import { type CustomerWarning, type HealthFactor, HealthFactorKind, WarningKind } from './health.entity.js';

defineWords({
  NO_HEALTH_WEIGHT: { fr: 'Deux critères au moins doivent compter.', en: 'At least two factors must count.' },
  BAD_HEALTH_WEIGHT: { fr: 'Un poids va de 0 à 100.', en: 'A weight goes from 0 to 100.' },
  HEALTH_UNKNOWN: { fr: 'Pas assez de données', en: 'Not enough data' },
  HEALTH_RHYTHM: {
    fr: 'Dernier achat il y a {since} j, {between} j d’habitude entre deux',
    en: 'Last bought {since} d ago, usually {between} d between two',
  },
  HEALTH_TREND: { fr: 'Chiffre d’affaires sur un an : {change}', en: 'Revenue over a year: {change}' },
  HEALTH_PAYMENT: { fr: '{count} en retard, la plus ancienne de {days} j', en: '{count} overdue, the oldest by {days} d' },
  HEALTH_PAID: { fr: 'Aucune facture en retard', en: 'No invoice overdue' },
  HEALTH_CONTACT: { fr: 'Dernier échange il y a {days} j', en: 'Last spoke {days} d ago' },
  HEALTH_NO_CONTACT: { fr: 'Aucun échange noté', en: 'No conversation noted' },
  WARNING_LATE: { fr: 'Factures en retard : {count}, depuis {days} j', en: 'Invoices overdue: {count}, for {days} d' },
  WARNING_SILENT: {
    fr: 'Rien acheté depuis {days} j, alors que 9 fois sur 10 il revient sous {usual} j',
    en: 'Bought nothing for {days} d, where 9 times in 10 they come back within {usual} d',
  },
  WARNING_FALLING: {
    fr: '{latest} sur douze mois, contre {before} l’année d’avant ({change})',
    en: '{latest} in twelve months, {before} in the year before ({change})',
  },
  WARNING_UNUSUAL: {
    fr: '{cents} il y a {days} j, alors que l’achat médian est de {median}',
    en: '{cents} {days} d ago, where the median purchase is {median}',
  },
});

const money = new Set(['cents', 'median', 'latest', 'before']);

function spelled(figures: Record<string, number>, locale: Locale, currency: string): Params {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const change = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const spell = (name: string, figure: number) =>
    name === 'change' ? change.format(figure) : money.has(name) ? amount.format(figure / 100) : number.format(figure);
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, spell(name, figure)]));
}

/** A factor in words, with its figures. */
export function factorText({ factor, score, figures }: HealthFactor, locale: Locale): string {
  const word =
    score === null
      ? 'HEALTH_UNKNOWN'
      : factor === HealthFactorKind.PAYMENT && figures.count === 0
        ? 'HEALTH_PAID'
        : factor === HealthFactorKind.CONTACT && figures.days === undefined
          ? 'HEALTH_NO_CONTACT'
          : `HEALTH_${factor}`;
  return say(word, locale, spelled(figures, locale, 'EUR'));
}

export const warningText = ({ kind, figures, currency }: CustomerWarning, locale: Locale): string =>
  say(`WARNING_${WarningKind[kind]}`, locale, spelled(figures, locale, currency));
