import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Bars } from '../../shared/ui/bars';
import { money, moneyRound, month, monthLong } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import css from './customer-analytics.module.css';
import tabs from './customer-tabs.module.css';

const CustomerAccount_customer = graphql(`
  fragment CustomerAccount_customer on Customer {
    id
    balanceHistory(months: 12) { month currency revenueCents billedCents paidCents balanceCents }
  }
`);

/** Their account month by month: what they owed, what was invoiced and what came in. */
export function CustomerAccount(props: { customer: FragmentType<typeof CustomerAccount_customer> }) {
  const { t } = useTranslation();
  const { balanceHistory: months } = readFragment(CustomerAccount_customer, props.customer);
  if (!months?.some(({ billedCents, paidCents, balanceCents }) => billedCents || paidCents || balanceCents)) return null;
  const currency = months[0]?.currency;
  const format = (cents: number) => moneyRound(cents, currency);
  const sum = (of: 'revenueCents' | 'paidCents') => format(months.reduce((total, one) => total + one[of], 0));
  const last = months.at(-1);
  const heads = ['month', 'revenue', 'billed', 'paid', 'balance'] as const;
  return (
    <>
      <div className={tabs.grid}>
        <Section title={t('customer.account.balance')}>
          <Bars
            label={t('customer.account.balanceSentence', {
              month: monthLong(last?.month ?? ''),
              balance: money(last?.balanceCents ?? 0, currency),
            })}
            by="month"
            height={190}
            data={months.map((one) => ({ month: month(one.month), balance: one.balanceCents }))}
            series={[{ name: 'balance', label: t('customer.account.balanceAtEnd') }]}
            format={format}
          />
        </Section>
        <Section
          title={t('customer.account.moves')}
          action={
            <span className={css.legend}>
              <span>
                <i style={{ background: 'var(--p-bar)' }} />
                {t('customer.account.revenue')}
              </span>
              <span>
                <i style={{ background: 'var(--p-bar-soft)' }} />
                {t('customer.account.paid')}
              </span>
            </span>
          }
        >
          <Bars
            label={t('customer.account.movesSentence', { revenue: sum('revenueCents'), paid: sum('paidCents') })}
            by="month"
            height={190}
            data={months.map((one) => ({ month: month(one.month), revenue: one.revenueCents, paid: one.paidCents }))}
            series={[
              { name: 'revenue', label: t('customer.account.revenue') },
              { name: 'paid', label: t('customer.account.paid'), soft: true },
            ]}
            format={format}
          />
        </Section>
      </div>
      <div className="vh">
        <table>
          <caption>{t('customer.account.table')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`customer.account.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month}>
                <th scope="row">{monthLong(one.month)}</th>
                <td>{money(one.revenueCents, currency)}</td>
                <td>{money(one.billedCents, currency)}</td>
                <td>{money(one.paidCents, currency)}</td>
                <td>{money(one.balanceCents, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
