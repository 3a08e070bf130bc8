import { Button, Drawer, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { PaymentMethod } from '../../shared/graphql/generated/graphql';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { AmountInput } from '../../shared/ui/amount-input';
import { money } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { usePhone } from '../../shared/ui/use-phone';
import { invoiceReaders } from './use-invoice-acts';

const AdminPayable_invoice = graphql(`
  fragment AdminPayable_invoice on Invoice { id dueCents currency customer { id name } }
`);
const AdminRecordPayment = graphql(`
  mutation AdminRecordPayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      payment {
        id amountCents currency
        allocations {
          id
          invoice { id ...InvoiceBadge_invoice ...InvoicePaper_invoice ...AdminInvoiceRail_invoice viewerCan { update issue delete pay } }
        }
      }
      userErrors { path code message }
    }
  }
`);

const methods: PaymentMethod[] = ['TRANSFER', 'CARD', 'DIRECT_DEBIT', 'CHEQUE', 'CASH'];
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

type PaymentDrawerProps = { invoice: FragmentType<typeof AdminPayable_invoice>; close: () => void };

/** Records what came in for one invoice. */
export default function PaymentDrawer(props: PaymentDrawerProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { id, dueCents, currency, customer } = readFragment(AdminPayable_invoice, props.invoice);
  const { submit, pending, errorsByPath } = useSubmit(AdminRecordPayment);
  const keyOf = useOnce();
  const [amountCents, setAmount] = useState<number | null>(dueCents);
  const [method, setMethod] = useState<PaymentMethod>('TRANSFER');
  const [paidOn, setPaidOn] = useState(today);
  const [reference, setReference] = useState('');

  async function send(): Promise<void> {
    const amount = amountCents ?? 0;
    const input = {
      customerId: customer.id,
      amountCents: amount,
      method,
      paidOn: paidOn || null,
      reference: reference || null,
      allocations: [{ invoiceId: id, amountCents: amount }],
    };
    const payload = await submit({ input: { ...input, idempotencyKey: keyOf(input) } }, { refetchQueries: invoiceReaders });
    if (!payload?.payment) return;
    done(t('payments.recorded', { amount: money(payload.payment.amountCents, payload.payment.currency) }));
    props.close();
  }

  return (
    <Drawer
      opened
      onClose={props.close}
      position="right"
      size={phone ? '100%' : 420}
      title={t('invoices.pay')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <AmountInput
            label={t('payments.amount')}
            description={t('payments.due', { amount: money(dueCents, currency) })}
            cents={amountCents}
            change={setAmount}
            error={
              errorsByPath.amountCents ?? errorsByPath['allocations.0.amountCents'] ?? errorsByPath['allocations.0.invoiceId']
            }
            data-autofocus
          />
          <Select
            label={t('payments.method')}
            data={methods.map((value) => ({ value, label: t(`payments.methods.${value}`) }))}
            value={method}
            onChange={(value) => value && setMethod(value)}
            allowDeselect={false}
            error={errorsByPath.method}
          />
          <TextInput
            type="date"
            label={t('payments.paidOn')}
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
            error={errorsByPath.paidOn}
          />
          <TextInput
            label={t('payments.reference')}
            description={t('payments.referenceHint')}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
            error={errorsByPath.reference}
          />
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={props.close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('payments.record')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
