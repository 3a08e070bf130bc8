import { firstWords } from './shared/i18n/first-words.ts';

/** What the first script of a page imports to draw it; see `shared/frame/begin.ts`. */
export const entrance = /[\\/](shared[\\/]frame[\\/]portal|door[\\/]door)\.tsx$/;

const mantine = (names: string) => new RegExp(`@mantine[\\\\/]core[\\\\/]esm[\\\\/]components[\\\\/](${names})[\\\\/]`);

/** The words of the first page are one file a language; a portal's small ones travel together, since a request costs more than they do. */
const words = (portal: string, language: string) => [
  {
    name: `first-words-${language}`,
    test: new RegExp(`i18n[\\\\/]${language}[\\\\/](${firstWords.join('|')})\\.json$`),
    priority: 50,
  },
  {
    name: `words-${language}`,
    test: new RegExp(`portals[\\\\/]${portal}[\\\\/]i18n[\\\\/]${language}[\\\\/]`),
    priority: 40,
    maxModuleSize: 1500,
    maxSize: 16_000,
  },
];

/** Which files a portal is built into. With each module goes all it imports that no group before has taken: few files, each whole. */
export const chunksOf = (portal: string) => [
  { name: 'begin', test: /vite[\\/]preload-helper|shared[\\/](i18n[\\/](first-)?words|auth[\\/]signed-in)\.ts$/, priority: 60 },
  ...words(portal, 'fr'),
  ...words(portal, 'en'),
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|tslib|clsx)[\\/]/, priority: 30 },
  { name: 'entrance', test: entrance, priority: 25 },
  { name: 'apollo', test: /node_modules[\\/](@apollo|@wry|graphql|graphql-ws|optimism|rxjs)[\\/]/, priority: 20 },
  { name: 'portal', test: new RegExp(`portals[\\\\/]${portal}[\\\\/]portal\\.tsx$`), priority: 15 },
  { name: 'home', test: new RegExp(`portals[\\\\/]${portal}[\\\\/]dashboard[\\\\/]dashboard\\.screen\\.tsx$`), priority: 10 },
  { name: 'overlay', test: mantine('Menu|Popover|Tooltip'), priority: 9 },
  {
    name: 'parts',
    test: /portals[\\/]shared[\\/](ui|frame|graphql)[\\/]|@tabler[\\/]/,
    minShareCount: 2,
    maxModuleSize: 2500,
    priority: 8,
  },
  { name: 'detail', test: /shared[\\/]frame[\\/]detail-screen\.tsx$/, priority: 7 },
  { name: 'list', test: /shared[\\/]frame[\\/]list-screen\.tsx$/, priority: 6 },
  { name: 'fields', test: mantine('Select|NumberInput|SegmentedControl'), priority: 5 },
];
