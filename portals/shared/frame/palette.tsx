import '@mantine/spotlight/styles.layer.css';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconKeyboard, IconLogout, IconMoon, IconSearch } from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOut, useViewer } from '../auth/session';
import { allowed, type Nav } from './nav';

export type PaletteItem = {
  id: string;
  label: string;
  description?: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** Where it leads, or what it does. */
  href?: string;
  run?: () => void;
};
/** A hook of the portal: records found for the words typed, and acts. Called with what is typed, after a pause. */
export type UsePalette = (query: string) => { found: PaletteItem[]; acts: PaletteItem[] };

export type PaletteProps = { nav: Nav; close: () => void; shortcuts: () => void };

const [store, spotlight] = createSpotlight();
const pause = 200;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Ctrl+K: go somewhere, find a record, act. */
export function Palette({ nav, close, shortcuts, usePalette }: PaletteProps & { usePalette: UsePalette }) {
  const { t } = useTranslation(['frame', 'portal']);
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, pause);
  const { found, acts } = usePalette(settled);
  useEffect(() => spotlight.open(), []);

  const action = ({ id, label, description, icon: Glyph = IconSearch, href, run }: PaletteItem): SpotlightActionData => ({
    id,
    label,
    description,
    leftSection: <Glyph size={18} stroke={1.6} />,
    onClick: () => (href ? navigate(href) : run?.()),
  });
  const places = nav.groups.flatMap((group) => allowed(group.entries, permissions));
  const own: PaletteItem[] = [
    { id: 'theme', label: t('theme'), icon: IconMoon, run: () => setColorScheme(dark ? 'light' : 'dark') },
    { id: 'shortcuts', label: t('shortcuts.title'), icon: IconKeyboard, run: shortcuts },
    { id: 'sign-out', label: t('auth:signOut'), icon: IconLogout, run: () => void signOut() },
  ];
  const matches = ({ label }: PaletteItem) => plain(label).includes(plain(query));
  const groups: SpotlightActionGroupData[] = [
    { group: t('palette.found'), actions: found.map(action) },
    {
      group: t('palette.go'),
      actions: places
        .map((entry) => ({ id: entry.href, label: t(entry.label, { ns: 'portal' }), icon: entry.icon, href: entry.href }))
        .filter(matches)
        .map(action),
    },
    { group: t('palette.act'), actions: [...acts, ...own].filter(matches).map(action) },
  ];

  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups.filter((group) => group.actions.length)}
      filter={(_, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={close}
      nothingFound={t('palette.nothing')}
      scrollable
      maxHeight={420}
      aria-label={t('palette.title')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
