import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './empty.module.css';

type EmptyProps = { icon: Icon; title: string; children?: ReactNode; action?: ReactNode; page?: boolean };

/** Empty state: what this place is for (≤ 38 characters a line), and the next action. `page` when it is all the page shows. */
export function Empty({ icon: Glyph, title, children, action, page }: EmptyProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className={css.empty}>
      <span className={css.icon}>
        <Glyph size={20} stroke={1.6} aria-hidden />
      </span>
      <Title className={css.title}>{title}</Title>
      {children && <p className={css.text}>{children}</p>}
      {action}
    </div>
  );
}
