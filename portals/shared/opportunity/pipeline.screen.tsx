import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { BoardScreen } from '../frame/board-screen';
import { AddFilter, type Filter } from '../frame/list-screen';
import { Primary } from '../frame/primary';
import { useUrlState } from '../frame/use-url-state';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { Empty } from '../ui/empty';
import { FilterChip } from '../ui/filters';
import { number } from '../ui/format';
import { KpiStrip } from '../ui/kpi';
import { KpiSkeleton } from '../ui/skeletons';
import { dayIn } from './deadline';
import { OpportunityCard } from './opportunity-card';
import { columnsOf } from './pipeline-columns';
import { PipelineFigures } from './pipeline-figures';
import { useChangeStage } from './use-change-stage';
import { useOpportunityLive } from './use-opportunity-live';

const OpportunityForm = lazy(() => import('./opportunity-form'));

const Pipeline = graphql(`
  query Pipeline($filter: OpportunityFilter) {
    pipeline {
      id name kind probability
      totals(filter: $filter) { count amountCents currency }
      opportunities(first: 100, filter: $filter) {
        id title amountCents currency version
        stage { id }
        viewerCan { changeStage }
        ...OpportunityCard_opportunity
      }
    }
    pipelineStats { openCount ...PipelineFigures_stats }
  }
`);

type Deal = ResultOf<typeof Pipeline>['pipeline'][number]['opportunities'][number];

const periods = ['7', '30', '90'] as const;
const cardId = ({ id }: Deal) => id;
const cardLabel = ({ title }: Deal) => title;
const canMove = ({ viewerCan }: Deal) => viewerCan.changeStage;
const card = (deal: Deal, menu: ReactNode) => <OpportunityCard opportunity={deal} menu={menu} />;

/** The board: stages with their odds and sums; cards move by dragging and by their menu. */
export function PipelineBoard() {
  const { t } = useTranslation('opportunity');
  const { get, set } = useUrlState();
  const mayCreate = useViewer().permissions.includes('opportunity.create');
  const { change, dialog } = useChangeStage();
  useOpportunityLive('Pipeline');
  const period = periods.find((one) => one === get('closing'));
  const search = get('q');
  const { data, previousData, error, refetch } = useQuery(Pipeline, {
    variables: { filter: { search, closesBefore: period ? dayIn(Number(period) + 1) : null } },
  });
  // While another filter is read, the last answer stays.
  const shown = data ?? previousData;
  const stages = shown?.pipeline;

  const columns = useMemo(
    () =>
      stages &&
      columnsOf(stages, (id) =>
        mayCreate && stages.find((stage) => stage.id === id)?.kind === 'OPEN' ? () => set({ new: id }) : undefined,
      ),
    [stages, mayCreate, set],
  );
  const move = useCallback(
    async (deal: Deal, to: string) => {
      const target = stages?.find(({ id }) => id === to);
      return target ? change({ ...deal, stageId: deal.stage.id }, target) : false;
    },
    [stages, change],
  );
  const closing: Filter = {
    key: 'closing',
    label: t('board.closing'),
    options: periods.map((value) => ({ value, label: t(`board.within.${value}`) })),
  };
  const create = { label: t('new'), run: () => set({ new: 'first' }) };
  const nothing = stages && !search && !period && stages.every(({ totals }) => totals.count === 0);
  const stage = get('new');

  return (
    <>
      <BoardScreen
        title={t('board.title')}
        count={shown && t('board.open', { count: shown.pipelineStats.openCount, total: number(shown.pipelineStats.openCount) })}
        columns={columns}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        cardId={cardId}
        cardLabel={cardLabel}
        card={card}
        canMove={canMove}
        move={move}
        primary={mayCreate ? create : undefined}
        kpis={
          shown ? (
            <KpiStrip columns={4}>
              <PipelineFigures stats={shown.pipelineStats} />
            </KpiStrip>
          ) : (
            !error && <KpiSkeleton columns={4} />
          )
        }
        search={t('board.search')}
        filters={
          period ? (
            <FilterChip field={closing.label} value={period} options={closing.options} set={(value) => set({ closing: value })} />
          ) : (
            <AddFilter filters={[closing]} add={set} />
          )
        }
        empty={
          nothing && (
            <Empty icon={IconTargetArrow} title={t('board.none')} action={mayCreate && <Primary {...create} />}>
              {t('board.noneText')}
            </Empty>
          )
        }
      />
      {dialog}
      {stage && mayCreate && (
        <Suspense>
          <OpportunityForm stageId={stage} close={() => set({ new: null })} />
        </Suspense>
      )}
    </>
  );
}
