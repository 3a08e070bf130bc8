import { Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Portal } from '../theme/palette';
import { Mark } from '../ui/mark';
import type { Counts, Nav } from './nav';
import css from './sidebar.module.css';
import { Menu } from './sidebar-menu';

type SidebarProps = { portal: Portal; nav: Nav; counts: Counts; search: () => void };

/** Brand, search, grouped links, me. Neutral, except the current icon and the portal's name. */
export function Sidebar({ portal, nav, counts, search }: SidebarProps) {
  const { t } = useTranslation('frame');
  return (
    <aside className={css.side} aria-label={t('menu')}>
      <div className={css.sideInner}>
        <Link className={css.brand} to="/">
          <Mark portal={portal} size={22} />
          <span className={css.word}>Prisme</span>
          <span className={css.portal}>{t(`portals:${portal}.name`)}</span>
        </Link>
        <button type="button" className={css.search} onClick={search}>
          <IconSearch size={15} stroke={1.8} aria-hidden />
          {t('search')}
          <Kbd ml="auto">Ctrl K</Kbd>
        </button>
        <Menu portal={portal} nav={nav} counts={counts} />
      </div>
    </aside>
  );
}
