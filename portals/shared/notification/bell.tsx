import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './notification.module.css';
import { NotificationCount, NotificationList, NotificationReceived } from './operations';

const BellPanel = lazy(() => import('./bell-panel'));
const most = 99;

/** The bell of the top bar: how many are unread, live; the list is loaded at the first click. */
export function Bell() {
  const { t } = useTranslation('notification');
  const client = useApolloClient();
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
  const [news, setNews] = useState('');
  const { data } = useQuery(NotificationCount);
  useSubscription(NotificationReceived, {
    onData: ({ data: { data: event } }) => {
      if (event?.notificationReceived) setNews(event.notificationReceived.title);
      void client.refetchQueries({ include: open ? [NotificationCount, NotificationList] : [NotificationCount] });
    },
  });
  const change = (next: boolean) => {
    setUsed(true);
    setOpen(next);
    if (!next) button.current?.focus();
  };
  // Also when the focus went with a button that is gone.
  useHotkeys([['Escape', () => open && change(false)]]);
  const unread = data?.unreadNotificationCount ?? 0;
  const bell = (
    <ActionIcon
      ref={button}
      className={css.bell}
      aria-label={unread ? t('unread', { count: unread }) : t('title')}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => change(!open)}
    >
      <IconBell size={17} stroke={1.7} />
      {unread > 0 && (
        <span className={css.count} aria-hidden>
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </ActionIcon>
  );
  return (
    <>
      {used ? (
        <Suspense fallback={bell}>
          <BellPanel bell={bell} open={open} change={change} unread={unread} />
        </Suspense>
      ) : (
        bell
      )}
      <span className="vh" role="status">
        {news}
      </span>
    </>
  );
}
