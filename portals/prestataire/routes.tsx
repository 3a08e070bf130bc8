import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  { index: true, element: screen(() => import('./dashboard/dashboard.screen')) },
  { path: 'missions', element: screen(() => import('./mission/mission-list.screen')) },
  { path: 'missions/:id', element: screen(() => import('./mission/mission.screen')) },
  { path: 'offers', element: screen(() => import('./offer/offer-list.screen')) },
  { path: 'offers/:id', element: screen(() => import('./offer/offer.screen')) },
  { path: 'projects', element: screen(() => import('./project/project-list.screen')) },
  { path: 'projects/:id', element: screen(() => import('./project/project.screen')) },
];
