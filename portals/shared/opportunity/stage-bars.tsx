import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { moneyRound } from '../ui/format';
import { Section } from '../ui/section';
import css from './opportunity.module.css';

const StageBars_stage = graphql(`
  fragment StageBars_stage on PipelineStage {
    id name kind
    totals { count amountCents weightedCents currency }
  }
`);

/** What stands in each open stage, and how much of it to count on. */
export function StageBars(props: { stages: readonly FragmentType<typeof StageBars_stage>[] }) {
  const { t } = useTranslation('opportunity');
  const stages = readFragment(StageBars_stage, props.stages).filter(({ kind }) => kind === 'OPEN');
  const most = Math.max(1, ...stages.map(({ totals }) => totals.amountCents));
  const width = (cents: number, of: number) => ({ width: `${(of ? cents / of : 0) * 100}%` });
  return (
    <Section flush title={t('bars.title')}>
      <ul className={css.bars}>
        {stages.map(({ id, name, totals }) => (
          <li key={id} className={css.bar}>
            <span>
              {name}
              <span className={css.count}>{totals.count}</span>
            </span>
            <span className={css.track} aria-hidden>
              <span className={css.amount} style={width(totals.amountCents, most)}>
                <span className={css.weighted} style={width(totals.weightedCents, totals.amountCents)} />
              </span>
            </span>
            <span className={css.sum}>{moneyRound(totals.amountCents, totals.currency)}</span>
          </li>
        ))}
      </ul>
      <p className={css.legend}>
        <span>
          <span className={css.key} aria-hidden />
          {t('bars.amount')}
        </span>
        <span>
          <span className={css.key} data-weighted aria-hidden />
          {t('bars.weighted')}
        </span>
      </p>
    </Section>
  );
}
