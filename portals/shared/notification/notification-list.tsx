import { type Reference, type StoreObject } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useConnection } from '../graphql/use-connection';
import { useSubmit } from '../graphql/use-submit';
import { Empty } from '../ui/empty';
import { Failure } from '../ui/failure';
import { relative } from '../ui/format';
import { RowsSkeleton } from '../ui/skeletons';
import { kindIcon } from './kind-icon';
import css from './notification.module.css';
import { MarkNotificationsRead, NotificationList } from './operations';

type ListProps = { unread: number; close: () => void };

export function List({ unread, close }: ListProps) {
  const { t } = useTranslation('notification');
  const navigate = useNavigate();
  const client = useApolloClient();
  const list = useConnection(NotificationList, {}, (data) => data.notifications);
  const { submit, pending } = useSubmit(MarkNotificationsRead);

  /** Shown as read at once; the count is the server's. */
  async function markRead(ids: string[] | null): Promise<void> {
    const payload = await submit({ input: { ids } });
    if (!payload) return;
    const readAt = new Date().toISOString();
    const marked = ids ?? list.rows?.filter((row) => !row.readAt).map(({ id }) => id) ?? [];
    for (const id of marked)
      client.cache.modify({
        id: client.cache.identify({ __typename: 'Notification', id } satisfies StoreObject),
        fields: { readAt: () => readAt },
      });
    client.cache.modify<{ unreadNotificationCount: number | Reference }>({
      fields: { unreadNotificationCount: () => payload.unreadCount ?? 0 },
    });
  }

  const open = ({ id, link, readAt }: { id: string; link?: string | null; readAt?: string | null }) => {
    if (!readAt) void markRead([id]);
    if (!link) return;
    close();
    void navigate(link);
  };

  const body = () => {
    if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
    if (!list.rows) return <RowsSkeleton rows={4} columns={0} />;
    if (!list.rows.length)
      return (
        <Empty icon={IconBellOff} title={t('none')}>
          {t('noneText')}
        </Empty>
      );
    return (
      <ul className={css.list}>
        {list.rows.map((row) => {
          const Glyph = kindIcon(row.kind);
          return (
            <li key={row.id}>
              <button type="button" className={css.row} data-unread={!row.readAt || undefined} onClick={() => open(row)}>
                <span className={css.icon}>
                  <Glyph size={16} stroke={1.7} aria-hidden />
                </span>
                <span className={css.main}>
                  <span className={css.title}>{row.title}</span>
                  <time className={css.when} dateTime={row.createdAt}>
                    {relative(row.createdAt)}
                  </time>
                </span>
                {!row.readAt && <span className={css.dot} role="img" aria-label={t('isUnread')} />}
              </button>
            </li>
          );
        })}
        {list.more && (
          <li className={css.more}>
            <Button variant="default" fullWidth onClick={list.more} loading={list.loadingMore}>
              {t('more')}
            </Button>
          </li>
        )}
      </ul>
    );
  };

  return (
    <>
      <div className={css.head}>
        <h2 className={css.heading}>{t('title')}</h2>
        {unread > 0 && (
          <Button size="xs" variant="subtle" color="gray" loading={pending} onClick={() => void markRead(null)}>
            {t('readAll')}
          </Button>
        )}
      </div>
      <div className={css.scroll}>{body()}</div>
    </>
  );
}
