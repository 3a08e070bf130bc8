import type { RouteObject } from 'react-router';
import { screen } from '../shared/frame/screen';

export const routes: RouteObject[] = [{ index: true, element: screen(() => import('./dashboard/dashboard.screen')) }];
