import { IconCheck, IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { dateShort } from '../../shared/ui/format';
import { isPast } from '../../shared/ui/paris';
import { Section } from '../../shared/ui/section';
import css from './project.module.css';

const ProjectSteps_milestone = graphql(`
  fragment ProjectSteps_milestone on Milestone { id title dueOn doneAt }
`);

/** The milestones in their order: what is reached, where it stands, what is to come. */
export function ProjectSteps(props: { milestones: readonly FragmentType<typeof ProjectSteps_milestone>[] }) {
  const { t } = useTranslation();
  const milestones = props.milestones.map((milestone) => readFragment(ProjectSteps_milestone, milestone));
  const now = milestones.find(({ doneAt }) => !doneAt)?.id;
  return (
    <Section title={t('project.steps')} count={milestones.length}>
      {!milestones.length && (
        <Empty icon={IconFlag} title={t('project.noSteps')}>
          {t('project.noStepsText')}
        </Empty>
      )}
      <ol className={css.steps}>
        {milestones.map(({ id, title, dueOn, doneAt }) => {
          const state = doneAt ? 'done' : id === now ? 'now' : 'next';
          const late = !doneAt && dueOn && isPast(dueOn);
          return (
            <li key={id} className={css.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={css.dot}>{doneAt && <IconCheck size={12} stroke={2.6} aria-hidden />}</span>
              <div className={css.main}>
                <h3 className={css.stepTitle}>{title}</h3>
                <p className={css.note} data-late={late || undefined}>
                  {doneAt
                    ? t('project.reached', { date: dateShort(doneAt) })
                    : late
                      ? t('project.stepLate')
                      : t(`project.step.${state}`)}
                </p>
              </div>
              <span className={css.date}>{dueOn && dateShort(dueOn)}</span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
