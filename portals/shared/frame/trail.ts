import { useHotkeys } from '@mantine/hooks';
import { useLocation, useNavigate } from 'react-router';

/** The list a record was opened from: the addresses of its rows, in their order. It lasts as long as the tab. */
const key = 'prisme.trail';

export const leaveTrail = (hrefs: readonly string[]): void => sessionStorage.setItem(key, JSON.stringify(hrefs));

function trail(): string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
  return Array.isArray(kept) ? kept.filter((href) => typeof href === 'string') : [];
}

export type Neighbours = { position: number; count: number; previous?: () => void; next?: () => void };

/** J and K walk that list and keep the tab. Undefined for a record that wasn't opened from a list. */
export function useNeighbours(): Neighbours | undefined {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const hrefs = trail();
  const at = hrefs.indexOf(pathname);
  const to = (href: string | undefined) => (href ? () => void navigate({ pathname: href, search }) : undefined);
  const previous = at > 0 ? to(hrefs[at - 1]) : undefined;
  const next = at >= 0 ? to(hrefs[at + 1]) : undefined;
  useHotkeys([
    ['J', () => next?.()],
    ['K', () => previous?.()],
  ]);
  return at < 0 ? undefined : { position: at + 1, count: hrefs.length, previous, next };
}

/** In a list, J and K move from row to row; Enter opens. */
export function useRowKeys(): void {
  const move = (step: number) => {
    const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  useHotkeys([
    ['J', () => move(1)],
    ['K', () => move(-1)],
  ]);
}
