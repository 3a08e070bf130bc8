import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { PaymentMethod } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { AmountInput } from '../../shared/ui/amount-input';
import { money } from '../../shared/ui/format';
import css from './pay.module.css';
import type { Paid } from './pay-done';
import { type OpenInvoice, PayPick } from './pay-pick';

const CreatePayment = graphql(`
  mutation CreatePayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      payment {
        id amountCents currency method paidOn reference
        customer { id ...MoneyFigures_customer }
        allocations {
          amountCents
          invoice { id number status paidCents dueCents paidOn overdue viewerCan { pay } }
        }
      }
      userErrors { path code message }
    }
  }
`);

const methods: PaymentMethod[] = ['TRANSFER', 'CARD', 'DIRECT_DEBIT', 'CHEQUE', 'CASH'];
const today = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());
const sumOf = (invoices: readonly OpenInvoice[]) => invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);

/** Fills the invoices in the order they are due. What is too much goes to the last: the server says so, at the amount. */
function shared(amountCents: number, invoices: readonly OpenInvoice[]) {
  let left = amountCents;
  return invoices.flatMap(({ id, dueCents }, i) => {
    const part = i === invoices.length - 1 ? left : Math.min(left, dueCents);
    left -= part;
    return part > 0 || (i === 0 && amountCents <= 0) ? [{ invoiceId: id, amountCents: part }] : [];
  });
}

type PayFormProps = { open: readonly OpenInvoice[]; first: readonly string[]; paid: (paid: Paid) => void; close: () => void };

export function PayForm({ open, first, paid, close }: PayFormProps) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(CreatePayment);
  const [ids, setIds] = useState<ReadonlySet<string>>(() => {
    const payer = open.find(({ id }) => first.includes(id))?.customer.id;
    return new Set(open.filter(({ id, customer }) => first.includes(id) && customer.id === payer).map(({ id }) => id));
  });
  const picked = open.filter(({ id }) => ids.has(id));
  const [typed, setTyped] = useState<number | null>();
  const [method, setMethod] = useState<PaymentMethod>('TRANSFER');
  const [paidOn, setPaidOn] = useState(today);
  const [reference, setReference] = useState('');
  const [missing, setMissing] = useState('');
  const sent = useRef({ content: '', key: '' });

  const dueCents = sumOf(picked);
  // Untouched it follows the choice; emptied it is nothing.
  const amountCents = typed === undefined ? dueCents : typed;
  const currency = picked[0]?.currency ?? 'EUR';

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [payer] = picked;
    setMissing(payer ? '' : t('pay.pickOne'));
    if (!payer) return;
    const input = {
      customerId: payer.customer.id,
      amountCents: amountCents ?? 0,
      method,
      paidOn: paidOn || undefined,
      reference: reference || undefined,
      allocations: shared(amountCents ?? 0, picked),
    };
    // The same content keeps its key, so that it is paid once however often it is sent.
    const content = JSON.stringify(input);
    if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
    const payload = await submit(
      { input: { ...input, idempotencyKey: sent.current.key } },
      { refetchQueries: ['ClientInvoices', 'ClientInvoice', 'ClientHome', 'ClientCounts', 'ClientStatement'] },
    );
    if (payload?.payment) paid(payload.payment);
  }

  const shareError = Object.entries(errorsByPath).find(([path]) => path.startsWith('allocations.'))?.[1];
  return (
    <form onSubmit={(event) => void send(event)} className={css.form} noValidate>
      <PayPick
        open={open}
        picked={ids}
        error={missing}
        pick={(next) => {
          setIds(next);
          setTyped(undefined);
          setMissing('');
        }}
      />
      <AmountInput
        data-autofocus
        label={t('pay.amount')}
        description={t('pay.due', { amount: money(dueCents, currency) })}
        cents={amountCents}
        change={setTyped}
        fixedDecimalScale
        error={errorsByPath.amountCents ?? shareError}
      />
      <div className={css.pair}>
        <Select
          label={t('pay.method')}
          data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
          value={method}
          onChange={(value) => value && setMethod(value)}
          allowDeselect={false}
          error={errorsByPath.method}
        />
        <TextInput
          type="date"
          label={t('pay.on')}
          value={paidOn}
          onChange={(event) => setPaidOn(event.currentTarget.value)}
          error={errorsByPath.paidOn}
        />
      </div>
      <TextInput
        label={t('pay.reference')}
        description={t('pay.referenceHint')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        error={errorsByPath.reference}
      />
      <p className={css.note}>{t('pay.note')}</p>
      <div className={css.actions}>
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={pending}>
          {t('pay.submit', { amount: money(amountCents ?? 0, currency) })}
        </Button>
      </div>
    </form>
  );
}
