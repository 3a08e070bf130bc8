import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, duration, moneyKpi, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { dayOf, type Scheduled } from '../mission/when';

const HomeFigures_stats = graphql(`
  fragment HomeFigures_stats on MissionStats {
    assigned inProgress available approvedThisMonth minutesThisMonth earnedThisMonthCents
  }
`);

type HomeFiguresProps = {
  stats: FragmentType<typeof HomeFigures_stats>;
  /** What is to start or under way. */
  open: readonly Scheduled[];
  nextOffer?: string | null;
};

const daysAWeek = 7;
const dayMs = 86_400_000;

/** Sunday of this week, as a day. */
function endOfWeek(): string {
  const weekday = new Date(`${dayOf(Date.now())}T12:00:00Z`).getUTCDay();
  return dayOf(Date.now() + ((daysAWeek - weekday) % daysAWeek) * dayMs);
}

export function HomeFigures({ stats, open, nextOffer }: HomeFiguresProps) {
  const { t } = useTranslation();
  const { assigned, inProgress, available, approvedThisMonth, minutesThisMonth, earnedThisMonthCents } = readFragment(
    HomeFigures_stats,
    stats,
  );
  const now = new Date().toISOString();
  const due = open.filter(({ scheduledEnd }) => scheduledEnd && dayOf(scheduledEnd) <= endOfWeek());
  const late = due.filter(({ scheduledEnd }) => scheduledEnd && scheduledEnd < now).length;
  const next = due.map(({ scheduledEnd }) => scheduledEnd ?? '').toSorted()[0];
  const worked = [t('home.approved', { count: approvedThisMonth }), minutesThisMonth > 0 && duration(minutesThisMonth)];
  return (
    <KpiStrip columns={4}>
      <Kpi
        label={t('home.underWay')}
        value={number(inProgress)}
        note={t('home.toStart', { count: assigned })}
        href="/missions?status=IN_PROGRESS&sort=SCHEDULED_START"
      />
      <Kpi
        label={t('home.toDeliver')}
        value={number(due.length)}
        tone={late ? 'danger' : undefined}
        note={late ? t('home.late', { count: late }) : next ? t('home.next', { date: dateShort(next) }) : t('home.nothingDue')}
      />
      <Kpi
        label={t('home.offers')}
        value={number(available)}
        note={nextOffer ? t('home.nextOffer', { date: dateShort(nextOffer) }) : undefined}
        href="/offers"
      />
      <Kpi
        label={t('home.earned')}
        value={typeof earnedThisMonthCents === 'number' ? moneyKpi(earnedThisMonthCents) : '—'}
        note={worked.filter(Boolean).join(', ')}
        href="/missions?status=APPROVED"
      />
    </KpiStrip>
  );
}
