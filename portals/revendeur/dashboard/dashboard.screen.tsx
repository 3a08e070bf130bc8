import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { PipelineFigures } from '../../shared/opportunity/pipeline-figures';
import { StageBars } from '../../shared/opportunity/stage-bars';
import { Failure } from '../../shared/ui/failure';
import { number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Page, PageHeader } from '../../shared/ui/page';
import { KpiSkeleton, RowsSkeleton } from '../../shared/ui/skeletons';
import { TodoList } from '../../shared/ui/todo';
import { RecentActivity } from './recent-activity';
import { useToDo } from './use-to-do';

const RevendeurHome = graphql(`
  query RevendeurHome {
    dashboard {
      revendeur { customers closingSoon { id ...ClosingSoon_opportunity } }
      toDo { kind ...RevendeurToDo_toDo }
    }
    customerStats { newLast7Days }
    pipelineStats { openCount ...PipelineFigures_stats }
    pipeline { id ...StageBars_stage }
    recentActivities(first: 8) { id ...RevendeurNews_activity }
  }
`);

/** What needs doing now, how the pipeline stands, and what happened at one’s customers. */
export function Dashboard() {
  const { t } = useTranslation();
  const { name } = useViewer();
  const { data: answer, error, refetch } = useQuery(RevendeurHome);
  const data = useSliced(answer);
  const mine = data?.dashboard.revendeur;
  const todo = useToDo(mine?.closingSoon, data?.dashboard.toDo);

  const body = () => {
    if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
    if (!data)
      return (
        <>
          <RowsSkeleton rows={3} columns={1} />
          <KpiSkeleton columns={5} />
          <RowsSkeleton rows={4} columns={1} />
        </>
      );
    return (
      <>
        {todo.length > 0 && <TodoList stacked label={t('home.todo')} items={todo} />}
        <KpiStrip columns={5}>
          <PipelineFigures stats={data.pipelineStats} href="/pipeline" />
          {mine && (
            <Kpi
              label={t('nav.customers')}
              value={number(mine.customers)}
              note={t('home.newCustomers', { count: data.customerStats.newLast7Days })}
              href="/customers"
            />
          )}
        </KpiStrip>
        <StageBars stages={data.pipeline} />
        <RecentActivity activities={data.recentActivities} />
      </>
    );
  };

  return (
    <Page>
      <Crumbs items={[[t('nav.home')]]} />
      <PageHeader
        title={t('home.hello', { name: name.split(' ')[0] })}
        lead={data && (todo.length ? t('home.waiting', { count: todo.length }) : t('home.nothing'))}
      />
      {body()}
    </Page>
  );
}
