import { Anchor } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Portal } from '../theme/palette';
import css from './entrance.module.css';
import { WaysIn } from './operations';
import { ask } from './session';

type Ways = { magicLink: boolean; selfRegistration: boolean };

/** Below the sign-in form: what else there is to do, where it is open. */
export function MoreWays({ door }: { door: Portal }) {
  const { t } = useTranslation('auth');
  const [open, setOpen] = useState<Ways>();
  useEffect(() => {
    ask(WaysIn, {})
      .then(({ signInOptions }) => setOpen(signInOptions))
      .catch(() => undefined);
  }, []);
  const ways = [
    ['forgot-password', t('forgotten')],
    ...(door === 'client' && open?.magicLink ? [['sign-in-link', t('byLink')]] : []),
    ...(door === 'client' && open?.selfRegistration ? [['register', t('register')]] : []),
  ];
  return (
    <div className={css.ways}>
      {ways.map(([page, label]) => (
        <Anchor key={page} href={`/${door}/${page}`}>
          {label}
        </Anchor>
      ))}
    </div>
  );
}
