import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../auth/session';
import type { Portal } from '../theme/palette';
import { inSight } from '../ui/in-sight';
import { allowed, type Counts, currentOf, type Entry, type Nav } from './nav';
import css from './sidebar.module.css';
import { UserMenu } from './user-menu';

type MenuProps = { portal: Portal; nav: Nav; counts: Counts };

/** The grouped links and the person: in the sidebar, and in the drawer on small screens. */
export function Menu({ portal, nav, counts }: MenuProps) {
  const { t } = useTranslation(['frame', 'portal']);
  const { pathname } = useLocation();
  const { permissions } = useViewer();
  const groups = nav.groups.map((group) => ({ ...group, entries: allowed(group.entries, permissions) }));
  const current = currentOf(
    groups.flatMap((group) => group.entries),
    pathname,
  );
  return (
    <>
      <nav data-scrolls className={css.nav} aria-label={t('main')}>
        {groups
          .filter((group) => group.entries.length)
          .map(({ label, entries }) => (
            <div key={label ?? ''} className={css.group}>
              {label && <p className={css.groupLabel}>{t(label, { ns: 'portal' })}</p>}
              {entries.map((entry) => (
                <Place key={entry.href} entry={entry} current={entry === current} figure={counts[entry.href]} />
              ))}
            </div>
          ))}
      </nav>
      <UserMenu portal={portal} />
    </>
  );
}

function Place({ entry, current, figure }: { entry: Entry; current: boolean; figure: Counts[string] }) {
  const { t } = useTranslation('portal');
  return (
    <Link ref={current ? inSight : undefined} className={css.link} to={entry.href} aria-current={current ? 'page' : undefined}>
      <entry.icon size={17} stroke={1.6} aria-hidden />
      {t(entry.label)}
      {figure && figure.count > 0 && (
        <span className={css.count} data-alert={figure.alert || undefined}>
          {figure.count}
        </span>
      )}
    </Link>
  );
}
