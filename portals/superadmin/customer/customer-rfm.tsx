import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, dateTime, moneyCompact, moneyRound, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import css from './customer-analytics.module.css';

const CustomerRfm_rfm = graphql(`
  fragment CustomerRfm_rfm on Rfm {
    recencyDays frequency monetaryCents currency r f m segment sample asOf computedAt
    cutoffs { r f m }
  }
`);

/** Recency, frequency and money: the value, its score of five, and where the scores part. */
export function CustomerRfm(props: { rfm: FragmentType<typeof CustomerRfm_rfm> }) {
  const { t } = useTranslation();
  const rfm = readFragment(CustomerRfm_rfm, props.rfm);
  const { r, f, m, segment, cutoffs, sample, asOf, computedAt, currency } = rfm;
  const list = (values: readonly number[], format: (value: number) => string) => values.map(format).join(' · ');
  const scores = [
    {
      key: 'recency',
      value: t('customer.analytics.recencyValue', { count: rfm.recencyDays }),
      score: r,
      cuts: t('customer.analytics.below', { cuts: list(cutoffs.r, (days) => number(days, 1)) }),
    },
    {
      key: 'frequency',
      value: t('customer.analytics.frequencyValue', { count: rfm.frequency }),
      score: f,
      cuts: t('customer.analytics.from', { cuts: list(cutoffs.f, (orders) => number(orders, 1)) }),
    },
    {
      key: 'monetary',
      value: moneyRound(rfm.monetaryCents, currency),
      score: m,
      cuts: t('customer.analytics.from', { cuts: list(cutoffs.m, (cents) => moneyCompact(Math.round(cents), currency)) }),
    },
  ];
  return (
    <Section
      title={t('customer.analytics.rfm')}
      action={
        <Badge color="violet" mr={6}>
          {t(`customer.segment.${segment}.name`)}, {r}-{f}-{m}
        </Badge>
      }
    >
      <p className={css.said}>{t(`customer.segment.${segment}.text`)}</p>
      <dl className={css.scores}>
        {scores.map(({ key, value, score, cuts }) => (
          <div key={key} className={css.score}>
            <dt className={css.name}>{t(`customer.analytics.${key}`)}</dt>
            <dd className={css.value}>{value}</dd>
            <dd className={css.scale}>
              <span className="vh">{t('customer.analytics.outOf', { score })}</span>
              {[1, 2, 3, 4, 5].map((step) => (
                <i key={step} data-on={step <= score || undefined} />
              ))}
            </dd>
            <dd className={css.cuts}>{cuts}</dd>
          </div>
        ))}
      </dl>
      <p className={css.method}>
        {t('customer.analytics.method', { count: sample, asOf: date(asOf), computed: dateTime(computedAt) })}
      </p>
    </Section>
  );
}
