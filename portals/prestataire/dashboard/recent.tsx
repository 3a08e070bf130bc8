import { IconBriefcase, IconFlagCheck, IconFolder, IconHistory, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ActivityKind } from '../../shared/graphql/generated/graphql';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';
import css from './dashboard.module.css';

const Recent_activity = graphql(`
  fragment Recent_activity on Activity { id kind title occurredAt subjectType subjectId author { id name } }
`);

const icons: Partial<Record<ActivityKind, typeof IconHistory>> = {
  PROJECT_CREATED: IconFolder,
  PROJECT_STATUS_CHANGED: IconFolder,
  MILESTONE_DONE: IconFlagCheck,
  COMMENT_ADDED: IconMessage,
  MISSION_ASSIGNED: IconBriefcase,
  MISSION_STATUS_CHANGED: IconBriefcase,
};
const places: Record<string, string> = { Mission: '/missions', Project: '/projects' };

/** What happened lately in the work one has a part in. */
export function Recent(props: { activities: readonly FragmentType<typeof Recent_activity>[] }) {
  const { t } = useTranslation();
  const items = props.activities
    .map((one) => readFragment(Recent_activity, one))
    .map(({ id, kind, title, occurredAt, subjectType, subjectId, author }) => {
      const place = subjectType && subjectId && places[subjectType];
      return {
        id,
        at: occurredAt,
        icon: icons[kind] ?? IconHistory,
        title: place ? (
          <Link to={`${place}/${subjectId}`} className={css.event}>
            {title}
          </Link>
        ) : (
          title
        ),
        who: author?.name,
      };
    });
  return (
    <Section title={t('home.recent')}>
      {items.length === 0 ? <p className={css.nothing}>{t('home.noRecent')}</p> : <Timeline items={items} />}
    </Section>
  );
}
