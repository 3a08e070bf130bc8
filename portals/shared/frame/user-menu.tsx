import { IconSelector } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useViewer } from '../auth/session';
import type { Portal } from '../theme/palette';
import { Person } from '../ui/who';
import css from './sidebar.module.css';

const UserMenuItems = lazy(() => import('./user-menu-items'));

/** Me. What the menu needs is loaded at the first click: it would weigh on the first page. */
export function UserMenu({ portal }: { portal: Portal }) {
  const { name, email } = useViewer();
  const [used, setUsed] = useState(false);
  const button = (
    <button type="button" className={css.me} aria-haspopup="menu" onClick={() => setUsed(true)}>
      <Person name={name} size={26} only />
      <span className={css.meText}>
        <span className={css.meName}>{name}</span>
        <span className={css.meOrg}>{email}</span>
      </span>
      <IconSelector size={15} stroke={1.7} aria-hidden />
    </button>
  );
  if (!used) return button;
  return (
    <Suspense fallback={button}>
      <UserMenuItems portal={portal} button={button} />
    </Suspense>
  );
}
