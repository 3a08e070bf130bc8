import { startPortal } from '../shared/frame/portal';
import fr from './i18n/fr.json';
import { nav } from './nav';
import { routes } from './routes';

void startPortal({ portal: 'revendeur', nav, routes, words: { fr, en: () => import('./i18n/en.json') } });
