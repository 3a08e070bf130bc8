import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { ProjectDiscussion } from '../../shared/project/project-discussion';
import { date } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import { Person } from '../../shared/ui/who';
import { missionTones } from '../mission/mission-state';
import { schedule } from '../mission/when';
import { Milestones } from './milestones';
import css from './project.module.css';
import { ProjectFiles } from './project-files';
import { projectTones } from './project-state';

const PrestataireProject = graphql(`
  query PrestataireProject($id: ID!) {
    project(id: $id) {
      id reference name description status startsOn dueOn
      customer { id name }
      manager { id name }
      milestones { id ...Milestones_milestone }
      viewerCan { comment uploadDocument }
    }
    missions(first: 50, direction: DESC, filter: { projectId: $id }) {
      nodes { id title status scheduledStart scheduledEnd }
    }
  }
`);

/** A project one works on, to read and to talk about; its money is not asked for. */
export function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(PrestataireProject, { variables: { id } });
  const project = data?.project;
  const missions = data?.missions.nodes ?? [];
  return (
    <DetailScreen
      crumbs={[[t('nav.projects'), '/projects'], [project?.name ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.project === null}
      header={
        project
          ? {
              title: project.name,
              badges: <Status tone={projectTones[project.status]}>{t(`project.state.${project.status}`)}</Status>,
              meta: (
                <>
                  <span>{project.reference}</span>
                  {project.customer && <span>{project.customer.name}</span>}
                  {project.startsOn && <span>{t('project.from', { date: date(project.startsOn) })}</span>}
                  {project.dueOn && <span>{t('project.to', { date: date(project.dueOn) })}</span>}
                </>
              ),
            }
          : undefined
      }
      rail={
        project && (
          <>
            {project.manager && (
              <Section plain title={t('projects.manager')}>
                <Person name={project.manager.name} size={28} />
              </Section>
            )}
            {project.description && (
              <Section plain title={t('project.about')}>
                <p className={css.about}>{project.description}</p>
              </Section>
            )}
          </>
        )
      }
    >
      {project && (
        <>
          <Section title={t('project.missions')} count={missions.length}>
            <ul className={css.missions}>
              {missions.map((mission) => (
                <li key={mission.id}>
                  <span className={css.mission}>
                    <Link to={`/missions/${mission.id}`}>{mission.title}</Link>
                    <span className={css.note}>{schedule(mission, t)}</span>
                  </span>
                  <Status quiet tone={missionTones[mission.status]}>
                    {t(`mission.state.${mission.status}`)}
                  </Status>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('project.milestones')} count={project.milestones.length}>
            <Milestones milestones={project.milestones} />
          </Section>
          <ProjectDiscussion reader="prestataire" id={id} canComment={project.viewerCan.comment} />
          <ProjectFiles id={id} canUpload={project.viewerCan.uploadDocument} />
        </>
      )}
    </DetailScreen>
  );
}
