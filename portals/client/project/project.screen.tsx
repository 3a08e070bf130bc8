import { useQuery } from '@apollo/client/react';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { ProjectDiscussion } from '../../shared/project/project-discussion';
import { date, dateShort, percent, relative } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Status } from '../../shared/ui/status';
import css from './project.module.css';
import { ProjectRail } from './project-rail';
import { projectTones } from './project-state';
import { ProjectSteps } from './project-steps';

const ProjectFiles = panel(() => import('./project-files'));
const ProjectTimeline = panel(() => import('./project-timeline'));

const ClientProject = graphql(`
  query ClientProject($id: ID!) {
    project(id: $id) {
      id reference name status startsOn dueOn progress
      milestones { id title dueOn doneAt ...ProjectSteps_milestone }
      documents(first: 1) { totalCount }
      viewerCan { comment uploadDocument }
      ...ProjectRail_project
    }
    missions(first: 20, filter: { projectId: $id }) { nodes { id scheduledStart ...ProjectRail_mission } }
  }
`);

export function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ClientProject, { variables: { id } });
  const project = data?.project;
  const milestones = project?.milestones ?? [];
  const next = milestones.find(({ doneAt }) => !doneAt);
  const missions = data?.missions.nodes ?? [];
  const now = new Date().toISOString();
  const visit = missions.find(({ scheduledStart }) => scheduledStart && scheduledStart > now);

  const header = project && {
    title: project.name,
    badges: <Status tone={projectTones[project.status]}>{t(`project.state.${project.status}`)}</Status>,
    meta: (
      <>
        <span>{project.reference}</span>
        {project.startsOn && <span>{t('project.from', { date: date(project.startsOn) })}</span>}
        {project.dueOn && <span>{t('project.to', { date: date(project.dueOn) })}</span>}
      </>
    ),
  };
  const kpis = project && (
    <KpiStrip columns={4}>
      <Kpi
        label={t('projects.progress')}
        value={typeof project.progress === 'number' ? percent(project.progress / 100) : '—'}
        note={t('project.stepsDone', { done: milestones.filter(({ doneAt }) => doneAt).length, count: milestones.length })}
        visual={
          typeof project.progress === 'number' && (
            <Progress value={project.progress} w={72} mt={5} aria-label={t('projects.progressOf', { name: project.name })} />
          )
        }
      />
      <Kpi
        label={t('project.next')}
        value={next?.dueOn ? dateShort(next.dueOn) : '—'}
        note={next?.title ?? t('project.noNext')}
      />
      <Kpi
        label={t('project.visit')}
        value={visit?.scheduledStart ? dateShort(visit.scheduledStart) : '—'}
        note={visit?.scheduledStart ? relative(visit.scheduledStart) : t('project.noVisit')}
      />
      <Kpi
        label={t('projects.due')}
        value={project.dueOn ? dateShort(project.dueOn) : '—'}
        note={project.dueOn ? relative(project.dueOn) : t('project.noDue')}
      />
    </KpiStrip>
  );

  return (
    <DetailScreen
      crumbs={[[t('nav.projects'), '/projects'], [project?.name ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.project === null}
      header={header ?? undefined}
      kpis={kpis}
      tabs={
        project
          ? [
              {
                key: 'follow',
                label: t('project.follow'),
                panel: () => (
                  <div className={css.stack}>
                    <ProjectSteps milestones={project.milestones} />
                    <ProjectDiscussion reader="client" id={id} canComment={project.viewerCan.comment} />
                  </div>
                ),
              },
              {
                key: 'files',
                label: t('project.files'),
                count: project.documents?.totalCount ?? undefined,
                panel: () => <ProjectFiles id={id} canUpload={project.viewerCan.uploadDocument} />,
              },
              { key: 'history', label: t('project.history'), panel: () => <ProjectTimeline id={id} /> },
            ]
          : undefined
      }
      rail={project && <ProjectRail project={project} missions={missions} />}
    />
  );
}
