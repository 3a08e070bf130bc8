import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, money, moneyRound } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import css from './customer-balance.module.css';

const CustomerBalance_customer = graphql(`
  fragment CustomerBalance_customer on Customer {
    id
    financialSummary {
      currency billedCents paidCents dueCents oldestOverdueOn
      ageing { notDue d30 d60 d90 more }
    }
  }
`);

const ages = [
  ['notDue', 'var(--p-line-strong)'],
  ['d30', 'var(--mantine-color-yellow-4)'],
  ['d60', 'var(--mantine-color-orange-5)'],
  ['d90', 'var(--mantine-color-red-4)'],
  ['more', 'var(--mantine-color-red-6)'],
] as const;

/** What is due, by how late it is. */
export function CustomerBalance(props: { customer: FragmentType<typeof CustomerBalance_customer> }) {
  const { t } = useTranslation();
  const { financialSummary: summary } = readFragment(CustomerBalance_customer, props.customer);
  if (!summary) return null;
  const { currency, dueCents, billedCents, paidCents, ageing, oldestOverdueOn } = summary;
  return (
    <Section title={t('customer.finances.balance')}>
      <p className={css.balance}>{money(dueCents, currency)}</p>
      {dueCents > 0 && (
        <div className={css.bar} aria-hidden>
          {ages.map(([age, color]) => ageing[age] > 0 && <span key={age} style={{ flex: ageing[age], background: color }} />)}
        </div>
      )}
      <dl className={css.ages}>
        {ages.map(([age, color]) => (
          <div key={age}>
            <dt>
              <i style={{ background: color }} aria-hidden />
              {t(`customer.finances.age.${age}`)}
            </dt>
            <dd data-zero={!ageing[age] || undefined}>{moneyRound(ageing[age], currency)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.foot}>
        {t('customer.finances.billed', { billed: moneyRound(billedCents, currency), paid: moneyRound(paidCents, currency) })}
        {oldestOverdueOn && ` ${t('customer.finances.oldest', { date: date(oldestOverdueOn) })}`}
      </p>
    </Section>
  );
}
