import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Portal } from '../theme/palette';
import { DoorLinks } from './doors';
import { Entrance } from './entrance';
import css from './entrance.module.css';
import { signOut, type Viewer } from './session';

/** Signed in, at a door that isn't his: says so, and shows those that are. */
export function NoAccess({ portal, viewer }: { portal: Portal; viewer: Viewer }) {
  const { t } = useTranslation('auth');
  const { name, portals } = viewer;
  return (
    <Entrance chosen={portal}>
      <h2 className={css.ask}>{t('noAccess.title')}</h2>
      <DoorLinks doors={portals} />
      <div className={css.form}>
        <p className={css.alert}>{t(portals.length ? 'noAccess.text' : 'noAccess.none', { name })}</p>
        <Button variant="default" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </Entrance>
  );
}
