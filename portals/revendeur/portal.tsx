import { PortalPages } from '../shared/frame/inside';
import { prepareScreen, withWords } from '../shared/frame/screen';
import { Bell } from '../shared/notification/bell';
import { nav } from './nav';
import { routes } from './routes';
import { useCounts } from './use-counts';

const palette = () => withWords(() => import('./use-palette'), 'customer', 'opportunity');

export const Inside = () => (
  <PortalPages portal="revendeur" nav={nav} routes={routes} bell={Bell} useCounts={useCounts} palette={palette} />
);

export const prepare = () => prepareScreen('revendeur', routes);
