import { Button } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, money } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import css from './pay-card.module.css';

const PayCard_invoice = graphql(`
  fragment PayCard_invoice on Invoice {
    id number dueCents totalCents currency dueOn paidOn overdue
    seller { iban bic }
    viewerCan { pay }
    allocations { amountCents payment { id paidOn method reference } }
  }
`);

/** IBANs are read in groups of four. */
const grouped = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** What is left to pay, how to pay it, and what came so far. */
export function PayCard(props: { invoice: FragmentType<typeof PayCard_invoice>; pay: () => void }) {
  const { t } = useTranslation();
  const { number, dueCents, totalCents, currency, dueOn, paidOn, overdue, seller, viewerCan, allocations } = readFragment(
    PayCard_invoice,
    props.invoice,
  );
  const settled = dueCents === 0;
  return (
    <>
      <section className={css.pay} aria-label={t('pay.settling')}>
        <p className={css.label}>{t(settled ? 'pay.settled' : 'money.due')}</p>
        <p className={css.amount}>{money(settled ? totalCents : dueCents, currency)}</p>
        <p className={css.due} data-state={settled ? 'settled' : overdue ? 'late' : undefined}>
          {settled && paidOn && t('pay.settledOn', { date: date(paidOn) })}
          {!settled && t(overdue ? 'pay.wasDue' : 'pay.isDue', { date: date(dueOn) })}
        </p>
        {viewerCan.pay && (
          <Button fullWidth leftSection={<IconCreditCard size={16} stroke={1.8} />} onClick={props.pay}>
            {t('pay.action')}
          </Button>
        )}
      </section>
      {!settled && seller && (
        <Section plain title={t('pay.byTransfer')}>
          <Facts
            items={[
              [t('pay.iban'), grouped(seller.iban)],
              [t('pay.bic'), seller.bic],
              [t('pay.quote'), number ?? ''],
            ]}
          />
        </Section>
      )}
      {allocations.length > 0 && (
        <Section plain title={t('pay.payments')} count={allocations.length}>
          <ul className={css.payments}>
            {allocations.map(({ payment, amountCents }) => (
              <li key={payment.id}>
                <span className={css.line}>
                  <span>{t(`method.${payment.method}`)}</span>
                  <span className="num">{money(amountCents, currency)}</span>
                </span>
                <span className={css.sub}>{[date(payment.paidOn), payment.reference].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
