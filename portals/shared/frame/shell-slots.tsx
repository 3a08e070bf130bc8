import { IconChevronRight } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import css from './shell.module.css';

/** Places in the top bar that a screen fills: it knows its breadcrumbs, the shell doesn't. */
export const ShellSlots = createContext<{ crumbs: HTMLElement | null; pager: HTMLElement | null }>({ crumbs: null, pager: null });

export type Crumb = readonly [label: string, href?: string];

/** Breadcrumbs of the screen; the last one also names the browser tab. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const { t } = useTranslation('frame');
  const { crumbs } = use(ShellSlots);
  const last = items.at(-1)?.[0];
  useEffect(() => {
    document.title = last ? `${last} · Prisme` : 'Prisme';
  }, [last]);
  if (!crumbs) return null;
  return createPortal(
    <nav aria-label={t('crumbs')} className={css.crumbs}>
      {items.map(([label, href], i) => (
        <span key={label} className={css.crumb}>
          {i > 0 && <IconChevronRight size={13} stroke={1.8} aria-hidden />}
          {href ? (
            <Link to={href}>{label}</Link>
          ) : (
            <span aria-current="page" className="truncate">
              {label}
            </span>
          )}
        </span>
      ))}
    </nav>,
    crumbs,
  );
}

export function PagerSlot({ children }: { children: ReactNode }) {
  const { pager } = use(ShellSlots);
  return pager && createPortal(children, pager);
}
