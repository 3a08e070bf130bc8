import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isOver } from './register-words';

type TiedNamesProps = { to: string; tied: readonly { id: string; name: string; endedOn: string | null }[] };

/** What it is tied to, each with its page; what is over says so. */
export function TiedNames({ to, tied }: TiedNamesProps) {
  const { t } = useTranslation();
  if (tied.length === 0) return '—';
  return tied.map(({ id, name, endedOn }, i) => (
    <Fragment key={id}>
      {i > 0 && ', '}
      <Link to={`${to}/${id}`}>{name}</Link>
      {isOver(endedOn) && ` (${t('registers.ended').toLowerCase()})`}
    </Fragment>
  ));
}
