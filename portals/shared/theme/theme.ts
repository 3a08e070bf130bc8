import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';
import { darkTints, hues, type Portal, palette, portals } from './palette';
import css from './theme.module.css';

type Hue = (typeof hues)[number];

const font = "'Geist Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

const field = { defaultProps: { size: 'sm' }, classNames: { input: css.input, wrapper: css.field, label: css.label } };

/** One theme for four portals: only the primary colour changes. Components are named, not imported: a portal loads those it uses. */
export function themeFor(portal: Portal): MantineThemeOverride {
  return createTheme({
    colors: palette,
    primaryColor: portals[portal].color,
    primaryShade: { light: 6, dark: 6 },
    white: '#ffffff',
    black: palette.gray[9],
    fontFamily: font,
    fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, monospace",
    headings: {
      fontFamily: font,
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.75rem' },
        h2: { fontSize: '1rem', lineHeight: '1.5rem' },
        h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
        h4: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      },
    },
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.35' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
    defaultRadius: 'sm',
    shadows: {
      xs: '0 1px 2px rgb(20 20 35 / .05)',
      sm: '0 1px 3px rgb(20 20 35 / .08)',
      md: '0 8px 24px -8px rgb(20 20 35 / .18), 0 2px 6px rgb(20 20 35 / .06)',
      lg: '0 18px 48px -12px rgb(20 20 35 / .28), 0 4px 12px rgb(20 20 35 / .08)',
    },
    breakpoints: { xs: '36em', sm: '48em', md: '64em', lg: '80em', xl: '96em' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      ActionIcon: {
        defaultProps: { variant: 'subtle', color: 'gray', size: 32 },
        classNames: { root: css.hit },
      },
      Anchor: { defaultProps: { underline: 'hover' } },
      Avatar: { classNames: { placeholder: css.avatar } },
      Badge: {
        defaultProps: { variant: 'light', radius: 'sm', color: 'gray' },
        classNames: { root: css.badge, label: css.badgeLabel },
      },
      Button: {
        defaultProps: { size: 'sm' },
        classNames: { root: css.button, section: css.buttonSection },
      },
      Card: { defaultProps: { withBorder: true, radius: 'md', padding: 'md' } },
      Checkbox: { defaultProps: { size: 'xs', radius: 'xs' }, classNames: { input: css.check } },
      Radio: { classNames: { radio: css.check } },
      Kbd: { classNames: { root: css.kbd } },
      Menu: {
        defaultProps: { shadow: 'md', radius: 'md', width: 220 },
        classNames: { item: css.menuItem },
      },
      // A dialog’s header is no second banner of the page.
      DrawerHeader: { defaultProps: { component: 'div' } },
      ModalHeader: { defaultProps: { component: 'div' } },
      Modal: { defaultProps: { radius: 'lg', centered: true }, classNames: { title: css.modalTitle } },
      MultiSelect: field,
      NumberInput: field,
      FileInput: field,
      TagsInput: field,
      Autocomplete: field,
      DateInput: field,
      DatePickerInput: field,
      DateTimePicker: field,
      NavLink: { classNames: { root: css.nav } },
      PasswordInput: field,
      // On a phone a field at the edge of a drawer counts as out of sight, and would never show what there is to choose.
      Popover: { defaultProps: { hideDetached: false } },
      Progress: { defaultProps: { size: 6, radius: 'xl' } },
      SegmentedControl: {
        defaultProps: { size: 'xs', radius: 'sm', withItemsBorders: false },
        classNames: { root: css.segmented, label: css.segmentedLabel },
      },
      Select: field,
      Skeleton: { defaultProps: { radius: 'xs' } },
      Table: {
        defaultProps: { verticalSpacing: 0, horizontalSpacing: 'sm', highlightOnHover: true },
        classNames: { th: css.th, td: css.td, table: css.table },
      },
      Tabs: { classNames: { list: css.tabs, tab: css.tab } },
      Textarea: field,
      TextInput: field,
      Tooltip: { defaultProps: { openDelay: 300, radius: 'sm' }, classNames: { tooltip: css.tooltip } },
    },
  });
}

/** Roles, not raw shades: pages use only `--p-*`. Light and dark are drawn apart, not inverted. */
export const resolver: CSSVariablesResolver = (theme) => {
  const main = theme.primaryColor;
  const g = theme.colors.gray;
  const d = theme.colors.dark;
  const accent = theme.colors[main]!;
  const light: Record<string, string> = {
    '--p-canvas': '#ffffff',
    '--p-sunken': g[1],
    '--p-surface': '#ffffff',
    '--p-raised': '#ffffff',
    '--p-well': g[0],
    '--p-hover': g[1],
    '--p-line': g[2],
    '--p-line-strong': g[4],
    '--p-field': '#8c8e98',
    '--p-ink': g[9],
    '--p-text': '#2b2c35',
    '--p-muted': g[7],
    '--p-faint': g[6],
    '--p-accent': accent[7],
    '--p-accent-soft': accent[1],
    '--p-accent-line': accent[3],
    '--p-danger': theme.colors.red[7],
    '--p-success': theme.colors.green[7],
    '--p-warning': theme.colors.yellow[7],
    '--p-bar': accent[5],
    '--p-bar-soft': accent[2],
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': g[9],
    '--mantine-color-dimmed': g[7],
    '--mantine-color-placeholder': g[6],
    '--mantine-color-anchor': accent[7],
    '--mantine-color-default-border': g[3],
    '--mantine-color-default-hover': g[0],
    '--mantine-color-gray-light': g[1],
    '--mantine-color-gray-light-hover': g[2],
    '--mantine-color-gray-light-color': '#50515b',
    '--mantine-color-gray-text': g[7],
    '--mantine-color-gray-outline': g[7],
    '--mantine-color-error': theme.colors.red[7],
  };
  const dark: Record<string, string> = {
    '--p-canvas': d[7],
    '--p-sunken': d[8],
    '--p-surface': '#16171c',
    '--p-raised': d[6],
    '--p-well': '#0f1014',
    '--p-hover': d[6],
    '--p-line': d[5],
    '--p-line-strong': '#42434c',
    '--p-field': '#6a6c76',
    '--p-ink': '#f4f4f6',
    '--p-text': '#d9d9df',
    '--p-muted': d[2],
    '--p-faint': '#80828d',
    '--p-accent': accent[4],
    '--p-accent-soft': darkTints[main as Hue][0],
    '--p-accent-line': accent[8],
    '--p-danger': theme.colors.red[4],
    '--p-success': theme.colors.green[4],
    '--p-warning': theme.colors.yellow[4],
    '--p-bar': accent[4],
    '--p-bar-soft': accent[8],
    '--mantine-color-body': d[7],
    '--mantine-color-text': d[0],
    '--mantine-color-dimmed': d[2],
    '--mantine-color-placeholder': '#8d8f99',
    '--mantine-color-anchor': accent[4],
    '--mantine-color-default': '#1b1c22',
    '--mantine-color-default-border': d[4],
    '--mantine-color-default-hover': d[5],
    '--mantine-color-gray-light': d[5],
    '--mantine-color-gray-light-hover': d[4],
    '--mantine-color-gray-light-color': '#c4c5cc',
    '--mantine-color-gray-text': d[2],
    '--mantine-color-gray-outline': d[2],
    '--mantine-color-error': theme.colors.red[4],
  };
  for (const hue of hues) {
    const c = theme.colors[hue];
    Object.assign(light, {
      [`--mantine-color-${hue}-light`]: c[1],
      [`--mantine-color-${hue}-light-hover`]: c[2],
      [`--mantine-color-${hue}-light-color`]: c[7],
      [`--mantine-color-${hue}-text`]: c[7],
    });
    Object.assign(dark, {
      [`--mantine-color-${hue}-light`]: darkTints[hue][0],
      [`--mantine-color-${hue}-light-hover`]: darkTints[hue][1],
      [`--mantine-color-${hue}-light-color`]: c[3],
      [`--mantine-color-${hue}-text`]: c[3],
    });
  }
  return { variables: {}, light, dark };
};
