import { Menu } from '@mantine/core';
import { IconLanguage, IconLogout, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signOut, useViewer } from '../auth/session';
import { chooseLanguage } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { Mark } from '../ui/mark';

/** The other portals I may enter, the language, the way out. */
export default function UserMenuItems({ portal, button }: { portal: Portal; button: ReactElement }) {
  const { t } = useTranslation('frame');
  const { portals } = useViewer();
  const others = portals.filter((other) => other !== portal);
  const other = i18next.language === 'en' ? 'fr' : 'en';
  return (
    <Menu position="top-start" width={216} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 && <Menu.Label>{t('switch')}</Menu.Label>}
        {others.map((key) => (
          <Menu.Item key={key} component="a" href={`/${key}/`} leftSection={<Mark portal={key} size={16} />}>
            {t(`portals:${key}.name`)}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} stroke={1.6} />}>
          {t('account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/account/security" leftSection={<IconShieldLock size={16} stroke={1.6} />}>
          {t('security')}
        </Menu.Item>
        <Menu.Item lang={other} leftSection={<IconLanguage size={16} stroke={1.6} />} onClick={() => void chooseLanguage(other)}>
          {t('otherLanguage')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
          {t('auth:signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
