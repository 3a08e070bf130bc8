import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../../shared/activity/activity-kinds';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Timeline } from '../../shared/ui/timeline';
import css from './dashboard.module.css';

const RecentActivity_activity = graphql(`
  fragment RecentActivity_activity on Activity { id kind title occurredAt subjectType subjectId author { id name } }
`);

const places: Record<string, string> = { Project: '/projects/', Invoice: '/invoices/', Document: '/documents?open=' };

/** What happened lately, each line leading to what it is about. */
export function RecentActivity(props: { activities: readonly FragmentType<typeof RecentActivity_activity>[] }) {
  const { t } = useTranslation();
  const items = props.activities.map((activity) => {
    const { id, kind, title, occurredAt, subjectType, subjectId, author } = readFragment(RecentActivity_activity, activity);
    const place = subjectId && kind !== 'DOCUMENT_DELETED' ? places[subjectType ?? ''] : undefined;
    return {
      id,
      at: occurredAt,
      icon: lookOf(kind).icon,
      title: place ? (
        <Link to={`${place}${subjectId}`} className={css.news}>
          {title}
        </Link>
      ) : (
        title
      ),
      who: author?.name,
    };
  });
  if (!items.length) return null;
  return (
    <section aria-label={t('home.news')}>
      <h2 className={css.heading}>{t('home.news')}</h2>
      <Timeline items={items} />
    </section>
  );
}
