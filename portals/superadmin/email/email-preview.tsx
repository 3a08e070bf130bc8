import { useQuery } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { EmailPreviewInput } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import css from './email.module.css';

const EmailPreviewed = graphql(`
  query EmailPreviewed($input: EmailPreviewInput!) {
    emailPreview(input: $input) { to subject html unknownVariables refusal }
  }
`);

/** Whoever writes is not asked at each letter. */
const pauseMs = 300;

/** The e-mail as whoever gets it will see it, and what speaks against it. */
export function EmailPreview({ input }: { input: EmailPreviewInput }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(JSON.stringify(input), pauseMs);
  const { data, previousData, error, refetch } = useQuery(EmailPreviewed, {
    variables: { input: JSON.parse(settled) as EmailPreviewInput },
    fetchPolicy: 'network-only',
  });
  const seen = (data ?? previousData)?.emailPreview;
  if (error && !seen) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  return (
    <section className={css.preview} aria-label={t('emails.preview')}>
      {seen?.refusal && (
        <Alert color="red" icon={<IconBan size={18} stroke={1.7} />} title={t('emails.refused')}>
          {seen.refusal}
        </Alert>
      )}
      {seen && seen.unknownVariables.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} stroke={1.7} />} title={t('emails.unknown')}>
          {seen.unknownVariables.join(', ')}
        </Alert>
      )}
      <dl className={css.head}>
        {input.customerId && (
          <div>
            <dt>{t('emails.to')}</dt>
            <dd>{seen?.to ?? t('emails.noAddress')}</dd>
          </div>
        )}
        <div>
          <dt>{t('emails.subject')}</dt>
          <dd>{seen?.subject || '—'}</dd>
        </div>
      </dl>
      {/* No script, no form, no origin: whatever somebody wrote stays a picture of it. */}
      <iframe className={css.letter} title={t('emails.letter')} sandbox="" srcDoc={seen?.html ?? ''} />
    </section>
  );
}
