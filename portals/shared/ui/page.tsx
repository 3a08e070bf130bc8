import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './page.module.css';

/** Page frame: 24 px gutters, 1280 px measure; `wide` for boards and calendars. */
export function Page({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={css.page} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

type HeaderProps = { title: string; count?: string; lead?: ReactNode; badge?: ReactNode; actions?: ReactNode };

/** Title left, at most one filled button right. */
export function PageHeader({ title, count, lead, badge, actions }: HeaderProps) {
  return (
    <div className={css.header}>
      <div className={css.titles}>
        <div className={css.line}>
          <h1 className={css.title} dir="auto">
            {title}
          </h1>
          {count && <span className={css.count}>{count}</span>}
          {badge}
        </div>
        {lead && <p className={css.lead}>{lead}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

/** Main column and a 304 px rail; on small screens the rail follows, or leads with `railFirst` (paying comes before reading). */
export function WithRail({ children, rail, railFirst }: { children: ReactNode; rail: ReactNode; railFirst?: boolean }) {
  const { t } = useTranslation('ui');
  return (
    <div className={css.split} data-rail-first={railFirst || undefined}>
      <div className={css.column}>{children}</div>
      <aside className={css.rail} aria-label={t('aside')}>
        {rail}
      </aside>
    </div>
  );
}
