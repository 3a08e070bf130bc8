import { startPortal } from '../shared/frame/portal';
import { Bell } from '../shared/notification/bell';
import fr from './i18n/fr.json';
import { nav } from './nav';
import { routes } from './routes';
import { useCounts } from './use-counts';
import { usePalette } from './use-palette';

void startPortal({
  portal: 'superadmin',
  nav,
  routes,
  bell: Bell,
  useCounts,
  usePalette,
  words: { fr, en: () => import('./i18n/en.json') },
});
