import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { InvoiceStatus } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

const InvoiceState_invoice = graphql(`
  fragment InvoiceState_invoice on Invoice { id status overdue dueOn }
`);

const tones: Record<InvoiceStatus, Tone> = { DRAFT: 'gray', ISSUED: 'blue', PARTIALLY_PAID: 'yellow', PAID: 'green' };
const dayMs = 86_400_000;

/** Whole days since a day that is past, one at least. */
export const daysSince = (day: string): number => Math.max(1, Math.floor((Date.now() - Date.parse(day)) / dayMs));

/** Its state as the client reads it: late comes before how much is paid. */
export function useInvoiceState() {
  const { t } = useTranslation();
  return useCallback(
    (invoice: FragmentType<typeof InvoiceState_invoice>): { tone: Tone; word: string } => {
      const { status, overdue, dueOn } = readFragment(InvoiceState_invoice, invoice);
      if (overdue) return { tone: 'red', word: t('invoice.late', { count: daysSince(dueOn) }) };
      return { tone: tones[status], word: t(`invoice.state.${status}`) };
    },
    [t],
  );
}
