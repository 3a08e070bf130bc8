import { Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import css from './notification.module.css';
import { List } from './notification-list';

type BellPanelProps = { bell: ReactElement; open: boolean; change: (open: boolean) => void; unread: number };

/** The list below the bell. */
export default function BellPanel({ bell, open, change, unread }: BellPanelProps) {
  const { t } = useTranslation('notification');
  return (
    <Popover
      opened={open}
      onChange={change}
      position="bottom-end"
      width="min(380px, calc(100vw - 16px))"
      shadow="md"
      radius="md"
      trapFocus
    >
      <Popover.Target>{bell}</Popover.Target>
      <Popover.Dropdown p={0} className={css.panel} aria-label={t('title')}>
        <List unread={unread} close={() => change(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
