import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { moneyKpi, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';

const AdminInvoiceFigures = graphql(`
  query AdminInvoiceFigures {
    dashboard {
      superadmin { dueCents overdueCents overdueInvoices currency revenue { month revenueCents currency } }
    }
    open: invoices(first: 1, filter: { status: [ISSUED, PARTIALLY_PAID] }) { totalCount }
    drafts: invoices(first: 1, filter: { status: [DRAFT] }) { totalCount }
  }
`);

/** Over all invoices, each figure the way to its rows. */
export function InvoiceFigures() {
  const { t } = useTranslation();
  const { data, error } = useQuery(AdminInvoiceFigures);
  const money = data?.dashboard.superadmin;
  if (error && !data) return null; // The list below says what is wrong.
  if (!data) return <KpiSkeleton columns={4} phone="row" />;
  if (!money || money.dueCents == null || money.overdueCents == null) return null;
  const revenue = (money.revenue ?? []).reduce((sum, { revenueCents }) => sum + revenueCents, 0);
  return (
    <KpiStrip columns={4} phone="row">
      <Kpi
        label={t('invoices.kpi.due')}
        value={moneyKpi(money.dueCents, money.currency)}
        href="/invoices?open=yes&sort=DUE_ON"
        note={t('invoices.kpi.count', { count: data.open.totalCount })}
      />
      <Kpi
        label={t('invoices.kpi.overdue')}
        value={moneyKpi(money.overdueCents, money.currency)}
        tone={money.overdueCents > 0 ? 'danger' : undefined}
        href="/invoices?overdue=yes&sort=DUE_ON"
        note={money.overdueInvoices ? t('invoices.kpi.count', { count: money.overdueInvoices }) : t('invoices.kpi.nothingLate')}
      />
      <Kpi
        label={t('invoices.kpi.revenue')}
        value={moneyKpi(revenue, money.currency)}
        href="/invoices"
        note={t('invoices.kpi.net')}
      />
      <Kpi
        label={t('invoices.kpi.drafts')}
        value={number(data.drafts.totalCount)}
        href="/invoices?status=DRAFT&sort=-CREATED_AT"
      />
    </KpiStrip>
  );
}
