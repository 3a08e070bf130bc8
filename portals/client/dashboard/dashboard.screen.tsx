import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { Failure } from '../../shared/ui/failure';
import { dateShort, number, time } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Page, PageHeader, WithRail } from '../../shared/ui/page';
import { KpiSkeleton, RowsSkeleton } from '../../shared/ui/skeletons';
import { TodoList } from '../../shared/ui/todo';
import { DueFigures, sumOf } from '../invoice/money-figures';
import { HomeRail } from './home-rail';
import { MyProjects } from './my-projects';
import { RecentActivity } from './recent-activity';
import { useToDo } from './use-to-do';

const PayDrawer = lazy(() => import('../invoice/pay-drawer'));

const ClientHome = graphql(`
  query ClientHome($now: DateTime!) {
    customers(first: 20) { nodes { id ...MoneyFigures_customer ...HomeRail_customer ...ToDo_customer } }
    projectStats { inProgress late }
    projects(first: 4, filter: { status: [IN_PROGRESS, ON_HOLD, PLANNED] }, sort: DUE_ON, direction: ASC) {
      nodes { id ...MyProjects_project ...ToDo_project }
    }
    open: invoices(first: 50, filter: { status: [ISSUED, PARTIALLY_PAID] }, sort: DUE_ON, direction: ASC) {
      nodes { id ...ToDo_invoice }
    }
    missions(first: 1, filter: { status: [ASSIGNED, IN_PROGRESS], from: $now }) {
      nodes { id scheduledStart prestataire { id name } }
      totalCount
    }
    recentActivities(first: 8) { id ...RecentActivity_activity }
  }
`);

const firstName = (name: string) => name.split(' ')[0];

export function Dashboard() {
  const { t } = useTranslation();
  const { name } = useViewer();
  const [pay, setPay] = useState<string>();
  // Asked once for the minute the page was opened in: another instant would be another question.
  const [now] = useState(() => new Date().toISOString());
  const { data: answer, error, refetch } = useQuery(ClientHome, { variables: { now } });
  const data = useSliced(answer);
  const sum = useMemo(() => data && sumOf(data.customers.nodes), [data]);
  const todo = useToDo(data?.open.nodes, data?.projects.nodes, data?.customers.nodes, setPay);
  const visit = data?.missions.nodes[0];

  const body = () => {
    if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
    if (!data)
      return (
        <>
          <RowsSkeleton rows={3} columns={1} />
          <KpiSkeleton columns={4} />
          <RowsSkeleton rows={3} columns={2} />
        </>
      );
    return (
      <>
        {todo.length > 0 && <TodoList stacked label={t('home.todo')} items={todo} />}
        <KpiStrip columns={sum ? 4 : 2}>
          {sum && <DueFigures sum={sum} />}
          <Kpi
            label={t('home.underWay')}
            value={number(data.projectStats.inProgress)}
            href="/projects?status=IN_PROGRESS"
            note={t('home.planned', { count: data.missions.totalCount })}
          />
          <Kpi
            label={t('home.visit')}
            value={visit?.scheduledStart ? dateShort(visit.scheduledStart) : '—'}
            note={
              visit?.scheduledStart
                ? [time(visit.scheduledStart), visit.prestataire?.name].filter(Boolean).join(', ')
                : t('home.noVisit')
            }
          />
        </KpiStrip>
        <WithRail rail={<HomeRail customers={data.customers.nodes} />}>
          <MyProjects projects={data.projects.nodes} />
          <RecentActivity activities={data.recentActivities} />
        </WithRail>
      </>
    );
  };

  return (
    <Page>
      <Crumbs items={[[t('nav.home')]]} />
      <PageHeader
        title={t('home.hello', { name: firstName(name) })}
        lead={data && (todo.length ? t('home.waiting', { count: todo.length }) : t('home.nothing'))}
      />
      {body()}
      {pay && (
        <Suspense>
          <PayDrawer picked={pay} close={() => setPay(undefined)} />
        </Suspense>
      )}
    </Page>
  );
}
