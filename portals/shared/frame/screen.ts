import { type ComponentType, createElement, isValidElement, lazy, type ReactElement } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { loadWords } from '../i18n/i18n';
import type { Portal } from '../theme/palette';

/** Code that comes together with the words files it needs, in the language of the page. */
export async function withWords<Module>(load: () => Promise<Module>, ...words: string[]): Promise<Module> {
  const [module] = await Promise.all([load(), loadWords(words)]);
  return module;
}

/** A lazily loaded screen, by the one component its module exports, and its words: `element: screen(() => import('./invoice/invoice-list.screen'), 'invoices')`. */
export function screen(load: () => Promise<Record<string, ComponentType>>, ...words: string[]): ReactElement {
  return createElement(panel(load, ...words));
}

/** The same for a tab's panel that needs props; its screen names its words already, unless it names some itself. */
export function panel<Props extends object>(load: () => Promise<Record<string, ComponentType<Props>>>, ...words: string[]) {
  const fetch = async () => {
    const [component] = Object.values(await withWords(load, ...words));
    if (!component) throw new Error('The module exports no component');
    return { default: component };
  };
  return Object.assign(lazy(fetch), { fetch });
}

/** Fetches the screen at the page's address before anything is drawn. */
export function prepareScreen(portal: Portal, routes: RouteObject[]): void {
  const element = matchRoutes(routes, location, `/${portal}`)?.at(-1)?.route.element;
  if (!isValidElement(element)) return;
  const { fetch } = element.type as { fetch?: () => Promise<unknown> };
  fetch?.().catch(() => undefined);
}
