import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [
  {
    index: true,
    element: screen(
      () => import('./dashboard/dashboard.screen'),
      'home',
      'invoice',
      'method',
      'money',
      'pay',
      'project',
      'projects',
    ),
  },
  { path: 'projects', element: screen(() => import('./project/project-list.screen'), 'project', 'projects') },
  {
    path: 'projects/:id',
    element: screen(
      () => import('./project/project.screen'),
      'discussion',
      'document',
      'documents',
      'mission',
      'project',
      'projects',
    ),
  },
  {
    path: 'invoices',
    element: screen(() => import('./invoice/invoice-list.screen'), 'answer', 'invoice', 'invoices', 'method', 'money', 'pay'),
  },
  { path: 'invoices/:id', element: screen(() => import('./invoice/invoice.screen'), 'invoice', 'method', 'money', 'pay') },
  { path: 'orders', element: screen(() => import('./order/order-list.screen'), 'orders') },
  { path: 'orders/:id', element: screen(() => import('./order/order.screen'), 'orders') },
  { path: 'statement', element: screen(() => import('./invoice/statement.screen'), 'invoice', 'method', 'statement') },
  { path: 'documents', element: screen(() => import('./document/document-list.screen'), 'document', 'documents') },
  {
    path: 'account',
    element: screen(() => import('./account/account.screen'), 'account', 'channel', 'consents', 'profile', 'purpose', 'way-in'),
  },
  { path: 'account/security', element: screen(() => import('../shared/account/security.screen'), 'security') },
];
