import { Anchor, Progress } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { dateShort, percent } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import { projectTones } from '../project/project-state';
import css from './dashboard.module.css';

const MyProjects_project = graphql(`
  fragment MyProjects_project on Project {
    id name status progress dueOn
    milestones { id title dueOn doneAt }
  }
`);

/** The open projects, due first: how far, and what comes next. */
export function MyProjects(props: { projects: readonly FragmentType<typeof MyProjects_project>[] }) {
  const { t } = useTranslation();
  const projects = props.projects.map((project) => readFragment(MyProjects_project, project));
  return (
    <Section
      flush
      title={t('home.projects')}
      action={
        <Anchor component={Link} to="/projects" size="sm" pr={6}>
          {t('home.all')}
        </Anchor>
      }
    >
      {!projects.length && (
        <Empty icon={IconFolders} title={t('projects.none')}>
          {t('projects.noneText')}
        </Empty>
      )}
      <ul className={css.projects}>
        {projects.map(({ id, name, status, progress, milestones, dueOn }) => {
          const next = milestones.find(({ doneAt }) => !doneAt);
          const day = next?.dueOn ?? dueOn;
          return (
            <li key={id} className={css.project}>
              <div className={css.main}>
                <Link to={`/projects/${id}`} className={css.name}>
                  {name}
                </Link>
                <p className={css.text}>{[next?.title, day && dateShort(day)].filter(Boolean).join(', ')}</p>
              </div>
              {typeof progress === 'number' && (
                <div className={css.progress}>
                  <Progress value={progress} aria-label={t('projects.progressOf', { name })} />
                  <span className="num">{percent(progress / 100)}</span>
                </div>
              )}
              <div className={css.state}>
                <Status tone={projectTones[status]}>{t(`project.state.${status}`)}</Status>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
