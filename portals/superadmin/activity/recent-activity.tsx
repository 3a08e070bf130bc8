import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../../shared/activity/activity-kinds';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';

const AdminRecentActivity_activity = graphql(`
  fragment AdminRecentActivity_activity on Activity {
    id kind title occurredAt
    customer { id name }
    author { id name }
  }
`);

/** What happened last, over all customers. */
export function RecentActivity(props: { activities: readonly FragmentType<typeof AdminRecentActivity_activity>[] }) {
  const { t } = useTranslation();
  const activities = readFragment(AdminRecentActivity_activity, props.activities);
  return (
    <Section plain title={t('home.activity')}>
      {activities.length ? (
        <Timeline
          items={activities.map(({ id, kind, title, occurredAt, customer, author }) => ({
            id,
            icon: lookOf(kind).icon,
            tone: lookOf(kind).tone,
            title: (
              <>
                {title}
                {customer && (
                  <>
                    {', '}
                    <Link to={`/customers/${customer.id}?tab=activity`}>{customer.name}</Link>
                  </>
                )}
              </>
            ),
            who: author?.name,
            at: occurredAt,
          }))}
        />
      ) : (
        <p>{t('home.noActivity')}</p>
      )}
    </Section>
  );
}
