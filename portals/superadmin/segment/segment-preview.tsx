import { useQuery } from '@apollo/client/react';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { SegmentPreviewQuery } from '../../shared/graphql/generated/graphql';
import { number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import css from './segment.module.css';

const SegmentPreviewed = graphql(`
  query SegmentPreview($rule: JSON!) {
    segmentPreview(rule: $rule) { count sentence customers { id name reference } userErrors { path code message } }
  }
`);

export type Previewed = SegmentPreviewQuery['segmentPreview'];

/** Who the rule holds for, as it is written. While the next answer is on its way, the last one stays. */
export function useSegmentPreview(rule: object): { preview?: Previewed; pending: boolean } {
  const { data, previousData, loading } = useQuery(SegmentPreviewed, { variables: { rule }, fetchPolicy: 'network-only' });
  return { preview: (data ?? previousData)?.segmentPreview, pending: loading };
}

export function SegmentPreviewPart({ preview, pending }: { preview?: Previewed; pending: boolean }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('segments.preview')}
      action={pending ? <Loader size={14} aria-label={t('segments.counting')} /> : undefined}
    >
      <div className={css.preview} aria-live="polite">
        {preview?.count == null ? (
          <p className="muted">{t('segments.incomplete')}</p>
        ) : (
          <>
            <p className={css.count}>{t('segments.customers', { count: preview.count, number: number(preview.count) })}</p>
            <p className="muted">{preview.sentence}</p>
            <ul className={css.first}>
              {preview.customers.map(({ id, name, reference }) => (
                <li key={id}>
                  <span dir="auto">{name}</span> <span className="muted num">{reference}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
