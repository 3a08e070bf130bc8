import { useTranslation } from 'react-i18next';
import { number } from '../../shared/ui/format';
import css from './review.module.css';

/** What a line of evidence is coloured by: for, against, or hardly anything. */
const toneOf = (bits: number) => (bits >= 1 ? 'for' : bits <= -1 ? 'against' : 'little');

type Field = 'name' | 'email' | 'phone' | 'address' | 'area' | 'legalId';

export interface EvidenceLinesProps {
  lines: readonly (readonly [field: Field, mine: string | null | undefined, theirs: string | null | undefined])[];
  evidence: readonly { field: string; bits: number; text: string }[];
}

/** What two records say side by side, each field with what the comparison says of it. */
export function EvidenceLines({ lines, evidence }: EvidenceLinesProps) {
  const { t } = useTranslation();
  return (
    <dl className={css.lines}>
      {lines.map(([field, mine, theirs]) => {
        const found = evidence.find((one) => one.field === field);
        return (
          <div key={field} className={css.line} data-tone={found ? toneOf(found.bits) : undefined}>
            <dt>{t(`order-links.fields.${field}`)}</dt>
            <dd>{mine || '—'}</dd>
            <dd>{theirs || '—'}</dd>
            <dd className={css.says}>
              {found ? (
                <>
                  <span>{found.text}</span>
                  <span className={css.bits}>
                    {t('order-links.bits', { bits: `${found.bits > 0 ? '+' : ''}${number(found.bits, 1)}` })}
                  </span>
                </>
              ) : (
                t('order-links.nothing')
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
