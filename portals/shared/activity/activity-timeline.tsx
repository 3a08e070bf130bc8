import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconPin, IconPinned, IconPinnedOff } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../document/use-download';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { ActivityItem_activityFragment } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { TimelineEntry, TimelineOf } from '../ui/timeline';
import css from './activity.module.css';
import { lookOf } from './activity-kinds';
import { ActivityMenu } from './activity-menu';
import { type Named, pieces } from './mention-text';

const ActivityItem_activity = graphql(`
  fragment ActivityItem_activity on Activity {
    id kind title body: text at: occurredAt audience pinned editedAt
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

function Pin({ id, title, pinned }: { id: string; title: string; pinned: boolean }) {
  const { t } = useTranslation('activity');
  const { submit } = useSubmit(PinActivity, { fields: [] });
  const pin = () => {
    const activity = { id, pinned: !pinned, __typename: 'Activity' };
    return submit(
      { input: { id, pinned: !pinned } },
      { optimisticResponse: { pinActivity: { activity, userErrors: [] } } as never },
    );
  };
  return (
    <ActionIcon
      size={24}
      className={css.pin}
      data-pinned={pinned || undefined}
      aria-pressed={pinned}
      aria-label={t(pinned ? 'unpin' : 'pin', { title })}
      onClick={() => void pin()}
    >
      {pinned ? <IconPinnedOff size={14} stroke={1.7} /> : <IconPinned size={14} stroke={1.7} />}
    </ActionIcon>
  );
}

function Attached({ files }: { files: readonly Named[] }) {
  const download = useDownload();
  return (
    <span className={css.attached}>
      {files.map((file) => (
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
  );
}

const ActivityEntry = memo(function ActivityEntry({ item, last }: { item: ActivityItem_activityFragment; last: boolean }) {
  const { t } = useTranslation('activity');
  const { id, kind, title, body, at, audience, pinned, editedAt, author, mentions, customer, viewerCan } = item;
  const files = item.attachments ?? [];
  const { icon, tone, group } = lookOf(kind);
  const sentence = (
    <span className={css.title}>
      <b>
        <Text text={title} people={mentions} />
      </b>
      {audience === 'EVERYONE' && group === 'EXCHANGE' && <span className={css.shared}>{t('shared')}</span>}
      {editedAt && <span className={css.edited}>{t('edited')}</span>}
      {viewerCan.pin && <Pin id={id} title={title} pinned={pinned} />}
      {viewerCan.update && customer && <ActivityMenu customerId={customer.id} activity={{ id, title, body, mentions }} />}
    </span>
  );
  const more = (body || files.length > 0) && (
    <>
      {body && (
        <span className={css.body}>
          <Text text={body} people={mentions} />
        </span>
      )}
      {files.length > 0 && <Attached files={files} />}
    </>
  );
  const look = pinned ? { icon: IconPin, tone: 'violet' } : { icon, tone };
  const who = author ? short(author.name) : undefined;
  return <TimelineEntry item={{ id, at, title: sentence, detail: more || undefined, who, ...look }} last={last} />;
});

/** What happened, by day; what somebody pinned says so. */
export function ActivityTimeline(props: { activities: readonly FragmentType<typeof ActivityItem_activity>[] }) {
  return <TimelineOf items={readFragment(ActivityItem_activity, props.activities)} Entry={ActivityEntry} />;
}
