import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  { index: true, element: screen(() => import('./dashboard/dashboard.screen')) },
  { path: 'projects', element: screen(() => import('./project/project-list.screen')) },
  { path: 'projects/:id', element: screen(() => import('./project/project.screen')) },
  { path: 'invoices', element: screen(() => import('./invoice/invoice-list.screen')) },
  { path: 'invoices/:id', element: screen(() => import('./invoice/invoice.screen')) },
  { path: 'statement', element: screen(() => import('./invoice/statement.screen')) },
  { path: 'documents', element: screen(() => import('./document/document-list.screen')) },
  { path: 'account', element: screen(() => import('./account/account.screen')) },
];
