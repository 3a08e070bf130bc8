import { Menu } from '@mantine/core';
import { IconLanguage, IconLogout, IconSelector } from '@tabler/icons-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { signOut, useViewer } from '../auth/session';
import { chooseLanguage } from '../i18n/i18n';
import type { Portal } from '../theme/palette';
import { Mark } from '../ui/mark';
import { Person } from '../ui/who';
import css from './sidebar.module.css';

/** Me: the other portals I may enter, the language, the way out. */
export function UserMenu({ portal }: { portal: Portal }) {
  const { t } = useTranslation('frame');
  const { name, email, portals } = useViewer();
  const others = portals.filter((other) => other !== portal);
  const other = i18next.language === 'en' ? 'fr' : 'en';
  return (
    <Menu position="top-start" width={216}>
      <Menu.Target>
        <button type="button" className={css.me}>
          <Person name={name} size={26} only />
          <span className={css.meText}>
            <span className={css.meName}>{name}</span>
            <span className={css.meOrg}>{email}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 && <Menu.Label>{t('switch')}</Menu.Label>}
        {others.map((key) => (
          <Menu.Item key={key} component="a" href={`/${key}/`} leftSection={<Mark portal={key} size={16} />}>
            {t(`portals:${key}.name`)}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
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
