import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { Failure } from '../../shared/ui/failure';
import { dateLong } from '../../shared/ui/format';
import { Page, PageHeader, WithRail } from '../../shared/ui/page';
import { KpiSkeleton, RowsSkeleton } from '../../shared/ui/skeletons';
import { TodoList } from '../../shared/ui/todo';
import { useMissionLive } from '../mission/use-mission-live';
import { dayOf, isOn } from '../mission/when';
import css from './dashboard.module.css';
import { HomeFigures } from './home-figures';
import { Recent } from './recent';
import { Today } from './today';
import { useToDo } from './use-to-do';
import { Week } from './week';

const PrestataireHome = graphql(`
  query PrestataireHome($now: DateTime!, $from: DateTime!, $before: DateTime!) {
    open: missions(first: 100, filter: { status: [ASSIGNED, IN_PROGRESS] }) {
      nodes { id scheduledStart scheduledEnd ...TodayRow_mission ...ToDo_mission ...WeekRow_mission }
    }
    closed: missions(first: 20, filter: { status: [DELIVERED, APPROVED], from: $from, before: $before }) {
      nodes { id scheduledStart scheduledEnd ...TodayRow_mission }
    }
    offers: availableMissions(first: 1, filter: { from: $now }) { nodes { id scheduledStart } }
    missionStats { ...HomeFigures_stats }
    recentActivities(first: 8) { id ...Recent_activity }
  }
`);

/** So many to-dos are shown: the list of missions has the others. */
const most = 5;
const dayMs = 86_400_000;
const at = (ms: number) => new Date(ms).toISOString();

export function Dashboard() {
  const { t } = useTranslation();
  // Once, or each drawing would be another query.
  const [now] = useState(() => Date.now());
  useMissionLive();
  const {
    data: answer,
    error,
    refetch,
  } = useQuery(PrestataireHome, {
    variables: { now: at(now), from: at(now - dayMs), before: at(now + dayMs) },
  });
  const data = useSliced(answer);
  const open = data?.open.nodes ?? [];
  const today = dayOf(now);
  const todo = useToDo(open);
  const onToday = data && [...open, ...data.closed.nodes].filter((mission) => isOn(today, mission));

  const body = () => {
    if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
    if (!data)
      return (
        <>
          <KpiSkeleton columns={4} />
          <RowsSkeleton rows={5} columns={2} />
        </>
      );
    return (
      <>
        {todo.length > 0 && <TodoList stacked label={t('home.todo')} items={todo.slice(0, most)} />}
        {todo.length > most && (
          <Link to="/missions?sort=SCHEDULED_START" className={css.others}>
            {t('home.others', { count: todo.length - most })}
          </Link>
        )}
        <HomeFigures stats={data.missionStats} open={open} nextOffer={data.offers.nodes[0]?.scheduledStart} />
        <WithRail rail={<Week missions={open} />}>
          <Today missions={onToday ?? []} />
          <Recent activities={data.recentActivities} />
        </WithRail>
      </>
    );
  };

  return (
    <Page>
      <Crumbs items={[[t('nav.home')]]} />
      <PageHeader
        title={t('nav.home')}
        count={dateLong(today)}
        lead={data && (todo.length ? t('home.lead', { count: todo.length }) : t('home.leadNone'))}
      />
      {body()}
    </Page>
  );
}
