import type { MantineColorsTuple } from '@mantine/core';

/** One neutral family, four portal accents, three status hues.
 *  All share one OKLCH lightness ramp, so shade N means the same contrast in every hue:
 *  white on 6 ≥ 4.8, shade 7 on shade 1 ≥ 5.6, shade 3 on dark.7 ≥ 10. */
export const palette = {
  gray: ['#f9f9fb', '#f3f3f6', '#e9eaee', '#dedee4', '#c7c8cf', '#9c9ea7', '#777883', '#5d5e69', '#3b3c46', '#1a1b22'],
  dark: ['#ececef', '#c9cad0', '#a1a2ab', '#72747e', '#35363e', '#26272e', '#1b1c22', '#121318', '#0c0d11', '#060609'],
  violet: ['#f7f6fe', '#ececff', '#dad9fe', '#c1bdff', '#a49afe', '#8772f6', '#6b52d3', '#5940b6', '#463094', '#2e1f66'],
  blue: ['#f2f8ff', '#e3efff', '#c7e0fe', '#9ec9fe', '#68acfe', '#368ceb', '#0c6cc9', '#0059ab', '#004689', '#002e5f'],
  teal: ['#edfbfa', '#d9f4f3', '#b9e8e5', '#8ed5d2', '#57bcb8', '#189e9b', '#047e7b', '#036866', '#015251', '#003736'],
  orange: ['#fef5f2', '#fee9df', '#fed2be', '#fcb28f', '#ec8d5f', '#d06a35', '#ae4b0c', '#933c01', '#762e00', '#511d00'],
  green: ['#effbf3', '#ddf5e5', '#bfe9cd', '#98d7af', '#69be8b', '#3da16a', '#10824d', '#046c3e', '#005630', '#013a1f'],
  yellow: ['#fcf8e8', '#f6eed0', '#ecdda9', '#ddc476', '#c8a530', '#a98600', '#866904', '#705700', '#594401', '#3d2c00'],
  red: ['#fef5f4', '#ffe8e5', '#ffd0cb', '#feaea6', '#fe7c75', '#e5514e', '#c12d30', '#a51b22', '#860e17', '#5c080d'],
} satisfies Record<string, MantineColorsTuple>;

export const hues = ['violet', 'blue', 'teal', 'orange', 'green', 'yellow', 'red'] as const;

/** Dark mode tints [fill, hover]: shade 9 is too vivid behind text on a dark page. Shade 3 on the fill ≥ 8.6. */
export const darkTints: Record<(typeof hues)[number], [string, string]> = {
  violet: ['#251f4a', '#312a5c'],
  blue: ['#0d2746', '#153458'],
  teal: ['#062d2c', '#0e3a39'],
  orange: ['#3e1d0c', '#4d2714'],
  green: ['#0f2e1c', '#173b26'],
  yellow: ['#322500', '#413000'],
  red: ['#441513', '#561e1c'],
};

/** The four doors: accent and the order of the prism's rays. Their words are in `i18n` under `portals`. */
export const portals = {
  revendeur: { color: 'orange' },
  client: { color: 'blue' },
  superadmin: { color: 'violet' },
  prestataire: { color: 'teal' },
} as const;

export type Portal = keyof typeof portals;

export const portalNames = Object.keys(portals) as Portal[];
