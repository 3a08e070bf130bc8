import { useQuery } from '@apollo/client/react';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import type { RetentionCategory, RetentionPreviewQuery } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date, number } from '../../shared/ui/format';
import css from './retention.module.css';

const RetentionPreviewed = graphql(`
  query RetentionPreview($category: RetentionCategory!, $months: Int) {
    retentionPreview(category: $category, months: $months) {
      asOf gone held
      heldFor { code message count }
      examples { called since heldFor customer { id name reference } user { id name } }
      heldExamples { called since heldFor customer { id name reference } user { id name } }
    }
  }
`);
type Previewed = RetentionPreviewQuery['retentionPreview'];

/** What would go today. Without a period that may be chosen, nothing is asked. */
export function useRetentionPreview(category: RetentionCategory, months: number | null) {
  const { data, error, loading, refetch } = useQuery(RetentionPreviewed, {
    variables: { category, months: months ?? 0 },
    skip: months === null,
    fetchPolicy: 'network-only',
  });
  return {
    preview: months === null ? undefined : data?.retentionPreview,
    error,
    loading,
    retry: () => void refetch().catch(() => {}),
  };
}

/** How many would go and how many are kept back, with some of each to open. */
export function RetentionPreview({ preview, error, loading, retry }: ReturnType<typeof useRetentionPreview>) {
  const { t } = useTranslation();
  if (error && !preview) return <Failure problem={problemOf(error)} retry={retry} />;
  return (
    <div className={css.preview} aria-live="polite" aria-busy={loading}>
      {loading && !preview && <Loader size={16} aria-label={t('retention.counting')} />}
      {preview && (
        <>
          <p className={css.count}>
            {t('retention.would', { count: preview.gone, number: number(preview.gone) })}
            {preview.held > 0 && ` ${t('retention.wouldStay', { count: preview.held, number: number(preview.held) })}`}
          </p>
          <Examples label={t('retention.examples')} rows={preview.examples} />
          {preview.heldFor.length > 0 && (
            <ul className={css.reasons}>
              {preview.heldFor.map(({ code, message, count }) => (
                <li key={code}>
                  {number(count)} : {message}
                </li>
              ))}
            </ul>
          )}
          <Examples label={t('retention.heldExamples')} rows={preview.heldExamples} />
        </>
      )}
    </div>
  );
}

function Examples({ label, rows }: { label: string; rows: Previewed['examples'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3 className={css.small}>{label}</h3>
      <ul className={css.examples}>
        {rows.map(({ called, since, heldFor, customer, user }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples are read at once, and have nothing of their own to be told by
          <li key={at}>
            <span dir="auto">
              {customer ? (
                <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
              ) : user ? (
                <Link to={`/users/${user.id}`}>{user.name}</Link>
              ) : (
                (called ?? t('retention.unnamed'))
              )}
              {(customer || user) && called && <span className={css.sub}> {called}</span>}
            </span>
            <span className={css.sub}>
              {t('retention.since', { date: date(since) })} {heldFor.join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
