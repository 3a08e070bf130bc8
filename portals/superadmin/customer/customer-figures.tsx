import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { number, percent } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';

const SuperadminCustomerFigures = graphql(`
  query SuperadminCustomerFigures {
    customerStats { total active inactive newToday newLast7Days }
  }
`);

/** How many customers there are, each figure the way to its rows. */
export function CustomerFigures() {
  const { t } = useTranslation();
  const { data, error } = useQuery(SuperadminCustomerFigures);
  if (error && !data) return null; // The list below says what is wrong.
  if (!data) return <KpiSkeleton columns={5} phone="row" />;
  const { total, active, inactive, newToday, newLast7Days } = data.customerStats;
  const share = (count: number) => (total ? t('customers.kpi.share', { share: percent(count / total) }) : undefined);
  return (
    <KpiStrip columns={5} phone="row">
      <Kpi label={t('customers.kpi.total')} value={number(total)} href="/customers" />
      <Kpi label={t('customers.kpi.active')} value={number(active)} href="/customers?status=ACTIVE" note={share(active)} />
      <Kpi
        label={t('customers.kpi.inactive')}
        value={number(inactive)}
        href="/customers?status=INACTIVE"
        note={share(inactive)}
      />
      <Kpi label={t('customers.kpi.today')} value={number(newToday)} href="/customers?created=1&sort=-CREATED_AT" />
      <Kpi label={t('customers.kpi.week')} value={number(newLast7Days)} href="/customers?created=7&sort=-CREATED_AT" />
    </KpiStrip>
  );
}
