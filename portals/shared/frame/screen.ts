import { type ComponentType, createElement, lazy, type ReactElement } from 'react';

/** A lazily loaded screen, by the one component its module exports: `element: screen(() => import('./invoice/invoice-list.screen'))`. */
export function screen(load: () => Promise<Record<string, ComponentType>>): ReactElement {
  return createElement(panel(load));
}

/** The same for a tab's panel that needs props. */
export function panel<Props extends object>(load: () => Promise<Record<string, ComponentType<Props>>>) {
  return lazy(async () => {
    const [component] = Object.values(await load());
    if (!component) throw new Error('The module exports no component');
    return { default: component };
  });
}
