import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { endView, useViewer } from '../auth/session';
import { stopViewing } from '../auth/view-as';
import { time } from '../ui/format';
import css from './view-banner.module.css';

/** Whose eyes these are, until when, and the way out: above everything, in every portal. */
export default function ViewBanner() {
  const { t } = useTranslation('viewing');
  const { name, actor } = useViewer();
  const until = actor?.until ?? '';
  useEffect(() => {
    document.documentElement.dataset.viewing = '';
    const timer = setTimeout(endView, Math.max(0, Date.parse(until) - Date.now()));
    return () => {
      delete document.documentElement.dataset.viewing;
      clearTimeout(timer);
    };
  }, [until]);
  return (
    <aside className={css.banner} aria-label={t('label')}>
      <IconEye size={17} stroke={1.8} aria-hidden />
      <p className={css.text}>
        <strong>{t('as', { name })}</strong> <span className={css.more}>{t('until', { time: time(until) })}</span>
      </p>
      <Button size="compact-sm" variant="white" color="dark" onClick={() => void stopViewing()}>
        {t('stop')}
      </Button>
    </aside>
  );
}
