import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { date, moneyRound } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { Person } from '../../shared/ui/who';
import { CustomerTogether } from '../customer/customer-together';
import css from './project.module.css';
import { ProjectComments } from './project-comments';
import { ProjectMilestones } from './project-milestones';
import { isLate, ProjectProgress, ProjectState } from './project-state';
import { ProjectStatusMenu } from './project-status-menu';

const ProjectEdit = lazy(() => import('./project-edit'));
const ProjectFiles = panel(() => import('./project-files'));
const ProjectWork = panel(() => import('./project-work'));

const AdminProject = graphql(`
  query AdminProject($id: ID!) {
    project(id: $id) {
      id reference name description status startsOn dueOn budgetCents currency progress version
      customer { id name }
      manager { id name }
      missions(first: 1) { totalCount }
      documents(first: 1) { totalCount }
      viewerCan { update comment commentForTeam addMilestone createMission uploadDocument }
      ...ProjectEdit_project
      ...AdminProjectStatus_project
      ...AdminProjectMilestones_project
    }
  }
`);

/** The page and its tabs: whichever of them are open read again what changed. */
const queries = new Set(['AdminProject', 'AdminProjectComments', 'AdminProjectMissions', 'AdminProjectDocuments']);
const onThePage = (query: string) => queries.has(query);

export function Project() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminProject, { variables: { id } });
  const project = data?.project;
  const [editing, form] = useDisclosure(false);
  const can = project?.viewerCan;
  const late = project && isLate(project.status, project.dueOn);

  const follow = () =>
    project && (
      <div className={css.stack}>
        {project.description && (
          <Section title={t('projects.about')}>
            <p className={css.about}>{project.description}</p>
          </Section>
        )}
        <ProjectMilestones project={project} />
        <ProjectComments id={id} comment={Boolean(can?.comment)} forTeam={Boolean(can?.commentForTeam)} />
      </div>
    );

  return (
    <CustomerTogether customerId={project?.customer?.id} reads={onThePage}>
      <DetailScreen
        crumbs={[[t('nav.projects'), '/projects'], [project?.name ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.project === null}
        header={
          project
            ? {
                title: project.name,
                badges: <ProjectState status={project.status} />,
                meta: (
                  <>
                    <span className="num">{project.reference}</span>
                    {project.customer && <Link to={`/customers/${project.customer.id}`}>{project.customer.name}</Link>}
                    {project.manager && <Person name={project.manager.name} size={20} />}
                  </>
                ),
                actions: (
                  <>
                    {can?.update && (
                      <Button variant="default" leftSection={<IconPencil size={15} stroke={1.8} />} onClick={form.open}>
                        {t('projects.editAction')}
                      </Button>
                    )}
                    {can?.createMission && (
                      <Button
                        component={Link}
                        to={`/missions/new?customer=${project.customer?.id ?? ''}&project=${id}`}
                        variant="default"
                        leftSection={<IconPlus size={15} stroke={2} />}
                      >
                        {t('missions.one')}
                      </Button>
                    )}
                    <ProjectStatusMenu project={project} />
                  </>
                ),
              }
            : undefined
        }
        tabs={
          project
            ? [
                { key: 'follow', label: t('projects.follow'), panel: follow },
                {
                  key: 'missions',
                  label: t('nav.missions'),
                  count: project.missions.totalCount,
                  panel: () => <ProjectWork id={id} />,
                },
                {
                  key: 'documents',
                  label: t('projects.documents'),
                  count: project.documents?.totalCount,
                  panel: () => <ProjectFiles id={id} upload={Boolean(can?.uploadDocument)} />,
                },
              ]
            : undefined
        }
        rail={
          project && (
            <>
              {project.progress != null && (
                <Section plain title={t('projects.progress')}>
                  <ProjectProgress name={project.name} progress={project.progress} />
                </Section>
              )}
              <Section plain title={t('projects.plan')}>
                <Facts
                  columns={2}
                  items={[
                    [t('projects.startsOn'), project.startsOn ? date(project.startsOn) : '—'],
                    [
                      t('projects.dueOn'),
                      project.dueOn ? (
                        <span key="due" className={late ? css.late : undefined}>
                          {date(project.dueOn)}
                        </span>
                      ) : (
                        '—'
                      ),
                    ],
                    [t('projects.budget'), project.budgetCents == null ? '—' : moneyRound(project.budgetCents, project.currency)],
                  ]}
                />
              </Section>
            </>
          )
        }
      />
      {editing && project && (
        <Suspense>
          <ProjectEdit project={project} close={form.close} reread={() => void refetch()} />
        </Suspense>
      )}
    </CustomerTogether>
  );
}
