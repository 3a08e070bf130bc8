import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconMenu2, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../auth/session';
import type { Portal } from '../theme/palette';
import { Mark } from '../ui/mark';
import { allowed, type Counts, currentOf, type Nav } from './nav';
import type { PaletteProps, UsePalette } from './palette';
import { withWords } from './screen';
import css from './shell.module.css';
import { ShellSlots } from './shell-slots';
import { Sidebar } from './sidebar';

const MenuDrawer = lazy(() => import('./menu-drawer'));
const Shortcuts = lazy(() => import('./shortcuts'));
const ViewBanner = lazy(() => withWords(() => import('./view-banner'), 'viewing'));

export type ShellProps = {
  portal: Portal;
  nav: Nav;
  /** The bell, with its own query. */
  bell?: ComponentType;
  /** Figures beside the menu's entries. */
  useCounts?: () => Counts;
  /** What Ctrl+K finds and does beside going places: loaded at its first opening. */
  palette: () => Promise<{ usePalette: UsePalette }>;
};

const noCounts = (): Counts => ({});

const paletteWith = (load: ShellProps['palette']) =>
  lazy(async () => {
    const [{ Palette }, { usePalette }] = await Promise.all([import('./palette'), load()]);
    return { default: (props: PaletteProps) => <Palette {...props} usePalette={usePalette} /> };
  });

export function Shell({
  portal,
  nav,
  bell: Bell,
  useCounts = noCounts,
  palette: loadPalette,
  children,
}: ShellProps & { children: ReactNode }) {
  const { t } = useTranslation(['frame', 'portal']);
  const { pathname } = useLocation();
  const { permissions, actor } = useViewer();
  const counts = useCounts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const [menu, { open: openMenu, close: closeMenu }] = useDisclosure(false);
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure(false);
  const [shortcuts, { open: openShortcuts, close: closeShortcuts }] = useDisclosure(false);
  const [Palette] = useState(() => paletteWith(loadPalette));
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null);
  const [pager, setPager] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ crumbs, pager }), [crumbs, pager]);
  const bottom = allowed(nav.bottom, permissions);
  const current = currentOf(bottom, pathname);
  useHotkeys([['mod+K', openPalette]], []);
  useHotkeys([
    ['shift+?', openShortcuts],
    ['/', openPalette],
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, from its top, with the menu shut
  useEffect(() => {
    closeMenu();
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <ShellSlots value={slots}>
      {actor && (
        <Suspense>
          <ViewBanner />
        </Suspense>
      )}
      <div className={css.shell}>
        <a className="skip" href="#contenu">
          {t('skip')}
        </a>
        <Sidebar portal={portal} nav={nav} counts={counts} search={openPalette} />
        <header className={css.top}>
          <Link className={css.topMark} to="/" aria-label={t('home')}>
            <Mark portal={portal} size={20} />
          </Link>
          <div ref={setCrumbs} className={css.slot} />
          <div ref={setPager} className={css.pager} />
          <div className={css.tools}>
            <ActionIcon className={css.phone} aria-label={t('search')} onClick={openPalette}>
              <IconSearch size={17} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t(dark ? 'toLight' : 'toDark')} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
              {dark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
            </ActionIcon>
            {Bell && <Bell />}
            <ActionIcon className={css.tablet} aria-label={t('menu')} onClick={openMenu}>
              <IconMenu2 size={17} stroke={1.7} />
            </ActionIcon>
          </div>
        </header>
        <main id="contenu" className={css.main} tabIndex={-1}>
          {children}
        </main>
        <nav className={css.bottom} aria-label={t('bottom')}>
          {bottom.map((entry) => (
            <Link key={entry.href} to={entry.href} className={css.tab} aria-current={entry === current ? 'page' : undefined}>
              <entry.icon size={22} stroke={1.6} aria-hidden />
              {t(entry.label, { ns: 'portal' })}
            </Link>
          ))}
          <button type="button" className={css.tab} onClick={openMenu} aria-haspopup="dialog">
            <IconMenu2 size={22} stroke={1.6} aria-hidden />
            {t('more')}
          </button>
        </nav>
      </div>
      <Suspense>
        {menu && <MenuDrawer portal={portal} nav={nav} counts={counts} close={closeMenu} />}
        {palette && <Palette nav={nav} close={closePalette} shortcuts={openShortcuts} />}
        {shortcuts && <Shortcuts close={closeShortcuts} />}
      </Suspense>
    </ShellSlots>
  );
}
