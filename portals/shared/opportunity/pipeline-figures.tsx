import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { moneyKpi, monthLong, number, percent } from '../ui/format';
import { Kpi } from '../ui/kpi';
import { parisDay } from '../ui/paris';

const PipelineFigures_stats = graphql(`
  fragment PipelineFigures_stats on PipelineStats {
    openCount openCents weightedCents wonThisMonthCount wonThisMonthCents conversionRate averageDaysToWin currency
  }
`);

type PipelineFiguresProps = {
  stats: FragmentType<typeof PipelineFigures_stats>;
  /** Where the figures lead, where they lead somewhere. */
  href?: string;
};

/** Four figures of a `<KpiStrip>`: what is open, the forecast, what was won, and how often. */
export function PipelineFigures({ stats, href }: PipelineFiguresProps) {
  const { t } = useTranslation('opportunity');
  const { openCount, openCents, weightedCents, currency, ...rest } = readFragment(PipelineFigures_stats, stats);
  const { wonThisMonthCount, wonThisMonthCents, conversionRate, averageDaysToWin } = rest;
  return (
    <>
      <Kpi
        label={t('figures.open')}
        value={moneyKpi(openCents, currency)}
        note={t('figures.count', { count: openCount })}
        href={href}
      />
      <Kpi
        label={t('figures.weighted')}
        value={moneyKpi(weightedCents, currency)}
        note={openCents ? t('figures.share', { share: percent(weightedCents / openCents) }) : undefined}
        href={href}
      />
      <Kpi
        label={t('figures.won', { month: monthLong(parisDay()).split(' ')[0] })}
        value={moneyKpi(wonThisMonthCents, currency)}
        note={t('figures.count', { count: wonThisMonthCount })}
        href={href}
      />
      <Kpi
        label={t('figures.conversion')}
        value={conversionRate == null ? '—' : percent(conversionRate)}
        note={averageDaysToWin == null ? t('figures.noneWon') : t('figures.days', { days: number(averageDaysToWin) })}
        href={href}
      />
    </>
  );
}
