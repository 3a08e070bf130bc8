import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../../shared/activity/activity-kinds';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Timeline } from '../../shared/ui/timeline';
import css from './dashboard.module.css';

const RevendeurNews_activity = graphql(`
  fragment RevendeurNews_activity on Activity {
    id kind title occurredAt subjectType subjectId
    customer { id name }
    author { id name }
  }
`);

/** What happened lately at one’s customers, each line leading to what it is about. */
export function RecentActivity(props: { activities: readonly FragmentType<typeof RevendeurNews_activity>[] }) {
  const { t } = useTranslation();
  const activities = readFragment(RevendeurNews_activity, props.activities);
  if (!activities.length) return null;
  return (
    <section aria-label={t('home.news')}>
      <h2 className={css.heading}>{t('home.news')}</h2>
      <Timeline
        items={activities.map(({ id, kind, title, occurredAt, subjectType, subjectId, customer, author }) => {
          const deal = subjectType === 'Opportunity' && subjectId;
          const href = deal ? `/opportunities/${subjectId}` : `/customers/${customer?.id}?tab=activity`;
          return {
            id,
            at: occurredAt,
            icon: lookOf(kind).icon,
            tone: lookOf(kind).tone,
            title: (
              <>
                <Link to={href} className={css.news}>
                  {title}
                </Link>
                {customer && <span className={css.whose}>{customer.name}</span>}
              </>
            ),
            who: author?.name,
          };
        })}
      />
    </section>
  );
}
