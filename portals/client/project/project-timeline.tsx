import { useQuery } from '@apollo/client/react';
import { IconFlag, IconFlagCheck, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lookOf } from '../../shared/activity/activity-kinds';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { type Happening, Timeline } from '../../shared/ui/timeline';

const ClientProjectTimeline = graphql(`
  query ClientProjectTimeline($id: ID!) {
    project(id: $id) {
      id
      timeline(first: 60) {
        at
        milestone { id title dueOn doneAt }
        activity { id kind title author { id name } }
      }
    }
  }
`);

/** What happened and what is to come, the latest first. */
export function ProjectTimeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ClientProjectTimeline, { variables: { id } });
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={5} columns={1} />;
  const items = (data.project?.timeline ?? []).flatMap(({ at, milestone, activity }): Happening[] => {
    if (milestone) {
      const { id: key, title, dueOn, doneAt } = milestone;
      return [
        {
          id: key,
          at: doneAt ?? dueOn ?? at,
          icon: doneAt ? IconFlagCheck : IconFlag,
          title: (
            <>
              {t(doneAt ? 'project.stepReached' : 'project.stepPlanned')} <b>{title}</b>
            </>
          ),
        },
      ];
    }
    // The milestone itself says that it was reached.
    if (!activity || activity.kind === 'MILESTONE_DONE') return [];
    return [{ id: activity.id, at, icon: lookOf(activity.kind).icon, title: activity.title, who: activity.author?.name }];
  });
  if (!items.length)
    return (
      <Empty icon={IconHistory} title={t('project.noHistory')}>
        {t('project.noHistoryText')}
      </Empty>
    );
  return (
    <>
      <h2 className="vh">{t('project.history')}</h2>
      <Timeline items={items} />
    </>
  );
}
