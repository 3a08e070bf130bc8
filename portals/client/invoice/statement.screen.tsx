import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { Views } from '../../shared/ui/filters';
import { moneyKpi } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Page, PageHeader } from '../../shared/ui/page';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Movements } from './movements';

const ClientCompanies = graphql(`
  query ClientCompanies { customers(first: 20) { nodes { id name ...MoneyFigures_customer } } }
`);
const ClientStatement = graphql(`
  query ClientStatement($customerId: ID!, $from: Date, $to: Date) {
    transactions(customerId: $customerId, first: 100, from: $from, to: $to) { id ...Movements_transaction amountCents balanceCents currency }
  }
`);

const shown = 100;

/** Invoices and payments of one company in one list, with the balance after each. */
export function Statement() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const { data: own, error: ownError, refetch: again } = useQuery(ClientCompanies);
  const companies = own?.customers.nodes ?? [];
  const company = companies.find(({ id }) => id === get('company')) ?? companies[0];
  const year = get('year');
  const { data, error, refetch } = useQuery(ClientStatement, {
    variables: { customerId: company?.id ?? '', from: year && `${year}-01-01`, to: year && `${year}-12-31` },
    skip: !company,
  });
  const thisYear = new Date().getFullYear();
  const views = useMemo(
    () => [
      { label: t('statement.all'), search: '', current: !year },
      ...[thisYear, thisYear - 1].map((one) => ({
        label: String(one),
        search: `year=${one}`,
        current: year === String(one),
      })),
    ],
    [t, year, thisYear],
  );
  const rows = data?.transactions;
  const [last] = rows ?? [];
  const sum = (sign: 1 | -1) => (rows ?? []).reduce((total, { amountCents }) => total + Math.max(amountCents * sign, 0), 0);

  const body = () => {
    const problem = (ownError && !own && ownError) || (error && !data && error);
    if (problem) return <Failure problem={problemOf(problem)} retry={() => void (own ? refetch() : again())} />;
    if (own && !company) return <Failure problem={{ code: 'FORBIDDEN' }} />;
    if (!rows) return <RowsSkeleton columns={3} />;
    if (!rows.length)
      return (
        <Empty icon={IconListDetails} title={t('statement.none')}>
          {t('statement.noneText')}
        </Empty>
      );
    return (
      <>
        <KpiStrip columns={3}>
          <Kpi label={t('statement.billed')} value={moneyKpi(sum(1), last?.currency)} />
          <Kpi label={t('statement.paid')} value={moneyKpi(sum(-1), last?.currency)} />
          <Kpi
            label={t('statement.balance')}
            value={moneyKpi(last?.balanceCents ?? 0, last?.currency)}
            note={t('statement.owed')}
          />
        </KpiStrip>
        <Movements rows={rows} />
        {rows.length === shown && <p className="muted">{t('statement.first', { count: shown })}</p>}
      </>
    );
  };

  return (
    <Page wide>
      <Crumbs items={[[t('nav.statement')]]} />
      <PageHeader
        title={t('nav.statement')}
        lead={company?.name}
        actions={
          companies.length > 1 && (
            <Select
              aria-label={t('statement.company')}
              data={companies.map(({ id, name }) => ({ value: id, label: name }))}
              value={company?.id ?? null}
              onChange={(id) => set({ company: id })}
              allowDeselect={false}
            />
          )
        }
      />
      <Views views={views} />
      {body()}
    </Page>
  );
}
