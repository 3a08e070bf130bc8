import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  { index: true, element: screen(() => import('./dashboard/dashboard.screen'), 'home', 'opportunity') },
  { path: 'pipeline', element: screen(() => import('../shared/opportunity/pipeline.screen'), 'customer', 'opportunity') },
  {
    path: 'opportunities/:id',
    element: screen(() => import('../shared/opportunity/opportunity.screen'), 'customer', 'opportunity'),
  },
  { path: 'customers', element: screen(() => import('./customer/customer-list.screen'), 'customer', 'customers') },
  {
    path: 'customers/:id',
    element: screen(
      () => import('./customer/customer.screen'),
      'activity',
      'customer',
      'document',
      'invoice',
      'opportunity',
      'purchases',
    ),
  },
  { path: 'account', element: screen(() => import('../shared/account/account.screen'), 'profile', 'way-in') },
  { path: 'account/security', element: screen(() => import('../shared/account/security.screen'), 'security') },
];
