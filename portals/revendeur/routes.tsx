import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  { index: true, element: screen(() => import('./dashboard/dashboard.screen')) },
  { path: 'pipeline', element: screen(() => import('../shared/opportunity/pipeline.screen')) },
  { path: 'opportunities/:id', element: screen(() => import('../shared/opportunity/opportunity.screen')) },
  { path: 'customers', element: screen(() => import('./customer/customer-list.screen')) },
  { path: 'customers/:id', element: screen(() => import('./customer/customer.screen')) },
];
