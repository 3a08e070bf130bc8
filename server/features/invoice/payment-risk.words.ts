import { defineWords, type Locale, say } from '../../core/words.js';
import type { RiskReason } from './customer-finances.entity.js';

defineWords({
  RISK_LATE_SHARE: { fr: '{late} factures en retard sur {observed} échues', en: '{late} of {observed} invoices due were late' },
  RISK_NEVER_LATE: { fr: 'Aucun retard sur {observed} factures échues', en: 'None of {observed} invoices due was late' },
  RISK_MEAN_DELAY: { fr: '{days} jours de retard en moyenne', en: '{days} days late on average' },
  RISK_OVERDUE_NOW: {
    fr: '{amount} en retard, depuis {days} jours pour le plus ancien',
    en: '{amount} overdue, the oldest for {days} days',
  },
  RISK_NONE_OVERDUE: { fr: 'Rien en retard à cette date', en: 'Nothing overdue on that day' },
  RISK_TREND_WORSE: {
    fr: 'Le retard moyen monte : {before} puis {after} jours ces six derniers mois',
    en: 'The mean delay grows: {before}, then {after} days in the last six months',
  },
  RISK_TREND_BETTER: {
    fr: 'Le retard moyen baisse : {before} puis {after} jours ces six derniers mois',
    en: 'The mean delay shrinks: {before}, then {after} days in the last six months',
  },
  RISK_TREND_STEADY: { fr: 'Le retard moyen est stable : {after} jours', en: 'The mean delay is steady: {after} days' },
});

/** A part of the risk in words, with its figure. */
export function textOf({ factor, value, params }: RiskReason, locale: Locale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const figures = Object.fromEntries(Object.entries(params).map(([name, figure]) => [name, number.format(figure)]));
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format((params.cents ?? 0) / 100);
  return say(wordOf(factor, value, params), locale, { ...figures, amount });
}

function wordOf(factor: RiskReason['factor'], value: number, { late, count }: RiskReason['params']): string {
  if (factor === 'LATE_SHARE' && late === 0) return 'RISK_NEVER_LATE';
  if (factor === 'OVERDUE_NOW' && count === 0) return 'RISK_NONE_OVERDUE';
  if (factor !== 'TREND') return `RISK_${factor}`;
  return Math.abs(value) < 1 ? 'RISK_TREND_STEADY' : value > 0 ? 'RISK_TREND_WORSE' : 'RISK_TREND_BETTER';
}
