import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  { index: true, element: screen(() => import('./dashboard/dashboard.screen'), 'advance', 'home', 'mission', 'todo') },
  { path: 'missions', element: screen(() => import('./mission/mission-list.screen'), 'mission', 'missions') },
  {
    path: 'missions/:id',
    element: screen(
      () => import('./mission/mission.screen'),
      'advance',
      'discussion',
      'document',
      'files',
      'history',
      'mission',
      'missions',
      'project',
      'steps',
    ),
  },
  { path: 'offers', element: screen(() => import('./offer/offer-list.screen'), 'apply', 'mission', 'missions', 'offers') },
  { path: 'offers/:id', element: screen(() => import('./offer/offer.screen'), 'apply', 'mission', 'missions', 'offers') },
  { path: 'projects', element: screen(() => import('./project/project-list.screen'), 'missions', 'project', 'projects') },
  {
    path: 'projects/:id',
    element: screen(() => import('./project/project.screen'), 'discussion', 'document', 'mission', 'project', 'projects'),
  },
  { path: 'account', element: screen(() => import('../shared/account/account.screen'), 'profile', 'way-in') },
  { path: 'account/security', element: screen(() => import('../shared/account/security.screen'), 'security') },
];
