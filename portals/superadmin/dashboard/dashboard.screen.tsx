import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { Failure } from '../../shared/ui/failure';
import { Page, PageHeader, WithRail } from '../../shared/ui/page';
import { KpiSkeleton, RowsSkeleton } from '../../shared/ui/skeletons';
import { RecentActivity } from '../activity/recent-activity';
import { HomeFigures } from './home-figures';
import { HomeRail } from './home-rail';
import { HomeRevenue } from './home-revenue';
import { HomeToDo } from './home-to-do';

const AdminHome = graphql(`
  query AdminHome {
    dashboard {
      toDo { ...AdminHomeToDo_toDo }
      superadmin {
        ...AdminHomeFigures_dashboard
        ...AdminHomeRevenue_dashboard
        ...AdminHomeRail_dashboard
      }
    }
    recentActivities(first: 12) { id ...AdminRecentActivity_activity }
  }
`);

const firstName = (name: string) => name.split(' ')[0];

export function Dashboard() {
  const { t } = useTranslation();
  const { name } = useViewer();
  const { data: answer, error, refetch } = useQuery(AdminHome);
  const data = useSliced(answer);
  const mine = data?.dashboard.superadmin;
  const count = data?.dashboard.toDo.length ?? 0;
  return (
    <Page>
      <Crumbs items={[[t('nav.home')]]} />
      <PageHeader
        title={t('home.hello', { name: firstName(name) })}
        lead={data && (count ? t('home.waiting', { count }) : t('home.nothing'))}
      />
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && (
        <>
          <RowsSkeleton rows={3} columns={1} />
          <KpiSkeleton columns={6} />
          <RowsSkeleton rows={4} columns={2} />
        </>
      )}
      {data && mine && (
        <>
          <HomeToDo items={data.dashboard.toDo} />
          <HomeFigures dashboard={mine} />
          <WithRail rail={<HomeRail dashboard={mine} />}>
            <HomeRevenue dashboard={mine} />
            <RecentActivity activities={data.recentActivities} />
          </WithRail>
        </>
      )}
    </Page>
  );
}
