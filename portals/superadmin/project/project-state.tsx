import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProjectStatus } from '../../shared/graphql/generated/graphql';
import { percent } from '../../shared/ui/format';
import { isPast } from '../../shared/ui/paris';
import { Status, type Tone } from '../../shared/ui/status';
import css from './project.module.css';

const tones: Record<ProjectStatus, Tone> = {
  DRAFT: 'gray',
  PLANNED: 'violet',
  IN_PROGRESS: 'blue',
  ON_HOLD: 'yellow',
  DONE: 'green',
  CANCELLED: 'gray',
};
export const projectStatuses = Object.keys(tones) as ProjectStatus[];

/** Neither finished nor given up, though its day is past. */
export const isLate = (status: ProjectStatus, dueOn?: string | null): boolean =>
  isPast(dueOn) && !['DRAFT', 'DONE', 'CANCELLED'].includes(status);

export function ProjectState({ status, quiet }: { status: ProjectStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status quiet={quiet} tone={tones[status]}>
      {t(`projects.states.${status}`)}
    </Status>
  );
}

/** How far it is, by its milestones. */
export function ProjectProgress({ name, progress }: { name: string; progress: number }) {
  const { t } = useTranslation();
  return (
    <span className={css.progress}>
      <Progress value={progress} size={6} aria-label={t('projects.progressOf', { name })} />
      <span className="num">{percent(progress / 100)}</span>
    </span>
  );
}
