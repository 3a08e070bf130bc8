import { ActionIcon } from '@mantine/core';
import { IconPin, IconPinned, IconPinnedOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { Timeline } from '../ui/timeline';
import css from './activity.module.css';
import { lookOf } from './activity-kinds';

const ActivityItem_activity = graphql(`
  fragment ActivityItem_activity on Activity {
    id kind title body occurredAt audience pinned
    author { id name }
    viewerCan { pin }
  }
`);

const PinActivity = graphql(`
  mutation PinActivity($input: PinActivityInput!) {
    pinActivity(input: $input) { activity { id pinned } userErrors { path code message } }
  }
`);

/** “Claire Aubry” → “Claire A.” */
const short = (name: string) => name.replace(/^(\S+)\s+(\S).*$/, '$1 $2.');

/** What happened, by day; what somebody pinned says so. */
export function ActivityTimeline(props: { activities: readonly FragmentType<typeof ActivityItem_activity>[] }) {
  const { t } = useTranslation('activity');
  const activities = readFragment(ActivityItem_activity, props.activities);
  const { submit } = useSubmit(PinActivity, { fields: [] });
  const pin = (id: string, pinned: boolean) =>
    submit(
      { input: { id, pinned } },
      { optimisticResponse: { pinActivity: { activity: { id, pinned, __typename: 'Activity' }, userErrors: [] } } as never },
    );
  return (
    <Timeline
      items={activities.map(({ id, kind, title, body, occurredAt, audience, pinned, author, viewerCan }) => ({
        id,
        icon: pinned ? IconPin : lookOf(kind).icon,
        tone: pinned ? 'violet' : lookOf(kind).tone,
        title: (
          <span className={css.title}>
            <b>{title}</b>
            {audience === 'EVERYONE' && lookOf(kind).group === 'EXCHANGE' && <span className={css.shared}>{t('shared')}</span>}
            {viewerCan.pin && (
              <ActionIcon
                size={24}
                className={css.pin}
                data-pinned={pinned || undefined}
                aria-pressed={pinned}
                aria-label={t(pinned ? 'unpin' : 'pin', { title })}
                onClick={() => void pin(id, !pinned)}
              >
                {pinned ? <IconPinnedOff size={14} stroke={1.7} /> : <IconPinned size={14} stroke={1.7} />}
              </ActionIcon>
            )}
          </span>
        ),
        detail: body ? <span className={css.body}>{body}</span> : undefined,
        who: author ? short(author.name) : undefined,
        at: occurredAt,
      }))}
    />
  );
}
