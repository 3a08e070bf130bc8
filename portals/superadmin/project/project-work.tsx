import { useQuery } from '@apollo/client/react';
import { IconBriefcase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { dateShort } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { MissionState } from '../mission/mission-state';
import css from './project.module.css';

const AdminProjectMissions = graphql(`
  query AdminProjectMissions($id: ID!) {
    project(id: $id) {
      id
      missions(first: 100) { nodes { id reference title status scheduledStart prestataire { id name } } totalCount }
    }
  }
`);

/** The missions of one project. */
export function ProjectWork({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminProjectMissions, { variables: { id } });
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  const missions = data?.project?.missions.nodes;
  if (!missions) return <RowsSkeleton rows={4} columns={1} />;
  if (!missions.length)
    return (
      <Empty icon={IconBriefcase} title={t('projects.noMission')}>
        {t('projects.noMissionText')}
      </Empty>
    );
  return (
    <Section title={t('nav.missions')} count={missions.length}>
      <ul className={css.rows}>
        {missions.map(({ id: key, reference, title, status, scheduledStart, prestataire }) => (
          <li key={key}>
            <span className={css.rowMain}>
              <Link to={`/missions/${key}`}>{title}</Link>
              <small>
                {[reference, prestataire?.name, scheduledStart && dateShort(scheduledStart)].filter(Boolean).join(', ')}
              </small>
            </span>
            <MissionState quiet status={status} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
