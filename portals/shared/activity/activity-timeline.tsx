import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconPin, IconPinned, IconPinnedOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../document/use-download';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { Timeline } from '../ui/timeline';
import css from './activity.module.css';
import { lookOf } from './activity-kinds';
import { ActivityMenu } from './activity-menu';
import { type Named, pieces } from './mention-text';

const ActivityItem_activity = graphql(`
  fragment ActivityItem_activity on Activity {
    id kind title body: text occurredAt audience pinned editedAt
    author { id name }
    mentions { id name }
    attachments { id name }
    customer { id }
    viewerCan { pin update }
  }
`);

const PinActivity = graphql(`
  mutation PinActivity($input: PinActivityInput!) {
    pinActivity(input: $input) { activity { id pinned } userErrors { path code message } }
  }
`);

/** “Claire Aubry” → “Claire A.” */
const short = (name: string) => name.replace(/^(\S+)\s+(\S).*$/, '$1 $2.');

function Text({ text, people }: { text: string; people: readonly Named[] }) {
  return pieces(text, people).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
    <span key={i} className={piece.mention ? css.mention : undefined}>
      {piece.text}
    </span>
  ));
}

/** What happened, by day; what somebody pinned says so. */
export function ActivityTimeline(props: { activities: readonly FragmentType<typeof ActivityItem_activity>[] }) {
  const { t } = useTranslation('activity');
  const activities = readFragment(ActivityItem_activity, props.activities);
  const { submit } = useSubmit(PinActivity, { fields: [] });
  const download = useDownload();
  const pin = (id: string, pinned: boolean) =>
    submit(
      { input: { id, pinned } },
      { optimisticResponse: { pinActivity: { activity: { id, pinned, __typename: 'Activity' }, userErrors: [] } } as never },
    );
  return (
    <Timeline
      items={activities.map(({ id, kind, title, body, occurredAt, audience, pinned, editedAt, ...more }) => ({
        id,
        icon: pinned ? IconPin : lookOf(kind).icon,
        tone: pinned ? 'violet' : lookOf(kind).tone,
        title: (
          <span className={css.title}>
            <b>
              <Text text={title} people={more.mentions} />
            </b>
            {audience === 'EVERYONE' && lookOf(kind).group === 'EXCHANGE' && <span className={css.shared}>{t('shared')}</span>}
            {editedAt && <span className={css.edited}>{t('edited')}</span>}
            {more.viewerCan.pin && (
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
            {more.viewerCan.update && more.customer && (
              <ActivityMenu customerId={more.customer.id} activity={{ id, title, body, mentions: more.mentions }} />
            )}
          </span>
        ),
        detail:
          body || more.attachments?.length ? (
            <>
              {body && (
                <span className={css.body}>
                  <Text text={body} people={more.mentions} />
                </span>
              )}
              {more.attachments && more.attachments.length > 0 && (
                <span className={css.attached}>
                  {more.attachments.map((file) => (
                    <Button
                      key={file.id}
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconPaperclip size={13} stroke={1.7} />}
                      onClick={() => download(file.id)}
                    >
                      {file.name}
                    </Button>
                  ))}
                </span>
              )}
            </>
          ) : undefined,
        who: more.author ? short(more.author.name) : undefined,
        at: occurredAt,
      }))}
    />
  );
}
