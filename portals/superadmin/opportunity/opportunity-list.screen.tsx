import { useQuery } from '@apollo/client/react';
import { IconLayoutKanban } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { OpportunitySort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, moneyKpi, moneyRound, number, percent, relative } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import { OpportunityStage } from './opportunity-stage';

const AdminOpportunityRow_opportunity = graphql(`
  fragment AdminOpportunityRow_opportunity on Opportunity {
    id title prospectName amountCents currency expectedCloseOn updatedAt
    customer { id name }
    owner { id name }
    stage { id name kind probability }
  }
`);
const AdminOpportunities = graphql(`
  query AdminOpportunities($after: String, $filter: OpportunityFilter, $sort: OpportunitySort!, $direction: Direction!) {
    opportunities(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminOpportunityRow_opportunity }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const AdminPipeline = graphql(`
  query AdminPipeline {
    pipeline { id name kind }
    pipelineStats { openCount openCents weightedCents wonThisMonthCount wonThisMonthCents conversionRate currency }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminOpportunityRow_opportunity>;
const read = (row: Row) => readFragment(AdminOpportunityRow_opportunity, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/opportunities/${row.id}`;
const newest = { by: 'CREATED_AT', descending: true };

/** What all resellers are after. */
export function OpportunityList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const { resellers } = useCustomerChoices();
  const { data } = useQuery(AdminPipeline);
  const sort = sortOf(get('sort'), newest) ?? newest;
  const open = get('open');
  const list = useConnection(
    AdminOpportunities,
    {
      filter: {
        search: get('q'),
        stageId: get('stage'),
        ownerId: get('owner'),
        open: open ? open === 'yes' : null,
        customerId: get('customer'),
      },
      sort: sort.by as OpportunitySort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (found) => found.opportunities,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'title',
        header: t('opportunities.one'),
        sort: 'TITLE',
        cell: (row) => (
          <NameCell href={hrefOf(row)} title={read(row).title} sub={read(row).customer?.name ?? read(row).prospectName} />
        ),
      },
      {
        id: 'stage',
        header: t('opportunities.stage'),
        width: 160,
        cell: (row) => <OpportunityStage quiet stage={read(row).stage} />,
      },
      {
        id: 'owner',
        header: t('opportunities.owner'),
        width: 180,
        cell: (row) => {
          const { owner } = read(row);
          return owner && <Person name={owner.name} size={20} />;
        },
      },
      {
        id: 'close',
        header: t('opportunities.expected'),
        width: 150,
        cell: (row) => {
          const { expectedCloseOn } = read(row);
          return expectedCloseOn && dateShort(expectedCloseOn);
        },
      },
      {
        id: 'updated',
        header: t('opportunities.updated'),
        sort: 'UPDATED_AT',
        width: 150,
        cell: (row) => relative(read(row).updatedAt),
      },
      {
        id: 'amount',
        header: t('opportunities.amount'),
        sort: 'AMOUNT',
        align: 'right',
        width: 130,
        cell: (row) => <Figure>{moneyRound(read(row).amountCents, read(row).currency)}</Figure>,
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { title, customer, prospectName, stage, amountCents, currency } = read(row);
        return {
          href: hrefOf(row),
          title,
          sub: customer?.name ?? prospectName,
          figure: moneyRound(amountCents, currency),
          note: <OpportunityStage quiet stage={stage} />,
        };
      },
    [],
  );
  const stages = (data?.pipeline ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const filters: Filter[] = [
    { key: 'stage', label: t('opportunities.stage'), options: stages },
    { key: 'owner', label: t('opportunities.owner'), options: resellers },
    {
      key: 'open',
      label: t('opportunities.open'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) })),
    },
  ].filter(({ options }) => options.length > 0);
  const stats = data?.pipelineStats;
  return (
    <ListScreen
      name="opportunities"
      title={t('nav.opportunities')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('opportunities.search')}
      filters={filters}
      views={[
        { label: t('opportunities.view.all'), search: '' },
        { label: t('opportunities.view.open'), search: 'open=yes' },
        { label: t('opportunities.view.closed'), search: 'open=no' },
      ]}
      defaultSort={newest}
      kpis={
        stats ? (
          <KpiStrip columns={4} phone="row">
            <Kpi
              label={t('opportunities.open')}
              value={number(stats.openCount)}
              href="/opportunities?open=yes"
              note={moneyKpi(stats.openCents, stats.currency)}
            />
            <Kpi
              label={t('opportunities.weighted')}
              value={moneyKpi(stats.weightedCents, stats.currency)}
              href="/opportunities?open=yes"
              note={t('opportunities.weightedNote')}
            />
            <Kpi
              label={t('opportunities.won')}
              value={moneyKpi(stats.wonThisMonthCents, stats.currency)}
              href="/opportunities?open=no"
              note={t('opportunities.count', { count: stats.wonThisMonthCount })}
            />
            <Kpi
              label={t('opportunities.rate')}
              value={stats.conversionRate == null ? '—' : percent(stats.conversionRate)}
              href="/opportunities?open=no"
              note={t('opportunities.rateNote')}
            />
          </KpiStrip>
        ) : (
          <KpiSkeleton columns={4} phone="row" />
        )
      }
      empty={
        <Empty icon={IconLayoutKanban} title={t('opportunities.none')}>
          {t('opportunities.noneText')}
        </Empty>
      }
    />
  );
}
