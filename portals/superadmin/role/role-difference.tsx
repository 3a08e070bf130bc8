import { useTranslation } from 'react-i18next';
import css from './role.module.css';
import { differenceOf } from './role-draft';

/** What saving gives and takes, before it counts for everybody who has the role. */
export function RoleDifference({ before, now, holders }: { before: readonly string[]; now: readonly string[]; holders: number }) {
  const { t } = useTranslation();
  const { added, taken } = differenceOf(before, now);
  if (added.length + taken.length === 0) return <p className={css.nothing}>{t('roles.unchanged')}</p>;
  return (
    <>
      <ul className={css.difference} aria-label={t('roles.changes')}>
        {added.map((key) => (
          <li key={key} className={css.added}>
            + <code>{key}</code>
          </li>
        ))}
        {taken.map((key) => (
          <li key={key} className={css.taken}>
            − <code>{key}</code>
          </li>
        ))}
      </ul>
      {holders > 0 && <p className={css.of}>{t('roles.counts', { count: holders })}</p>}
    </>
  );
}
