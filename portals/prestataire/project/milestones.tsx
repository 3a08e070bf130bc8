import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort } from '../../shared/ui/format';
import { dayOf } from '../mission/when';
import css from './project.module.css';

const Milestones_milestone = graphql(`
  fragment Milestones_milestone on Milestone { id title dueOn doneAt }
`);

/** The milestones in their order, to read: reached, under way, to come. */
export function Milestones(props: { milestones: readonly FragmentType<typeof Milestones_milestone>[] }) {
  const { t } = useTranslation();
  const milestones = props.milestones.map((milestone) => readFragment(Milestones_milestone, milestone));
  if (!milestones.length) return <p className={css.nothing}>{t('project.noMilestones')}</p>;
  const now = milestones.find(({ doneAt }) => !doneAt)?.id;
  return (
    <ol className={css.milestones}>
      {milestones.map(({ id, title, dueOn, doneAt }) => {
        const state = doneAt ? 'done' : id === now ? 'now' : 'next';
        const late = !doneAt && dueOn && dueOn < dayOf(Date.now());
        const when = doneAt
          ? t('project.reached', { date: dateShort(doneAt) })
          : dueOn
            ? t('project.due', { date: dateShort(dueOn) })
            : '';
        return (
          <li key={id} className={css.milestone} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={css.dot}>{doneAt && <IconCheck size={11} stroke={2.6} aria-hidden />}</span>
            <span className={css.title}>{title}</span>
            <span className={css.when} data-late={late || undefined}>
              {late ? t('project.late', { date: dateShort(dueOn) }) : when}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
