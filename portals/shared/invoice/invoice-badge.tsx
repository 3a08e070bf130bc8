import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { InvoiceStatus } from '../graphql/generated/graphql';
import { Status, type Tone } from '../ui/status';

const InvoiceBadge_invoice = graphql(`
  fragment InvoiceBadge_invoice on Invoice { id status overdue dueOn }
`);

const tones: Record<InvoiceStatus, Tone> = { DRAFT: 'gray', ISSUED: 'blue', PARTIALLY_PAID: 'yellow', PAID: 'green' };
const dayMs = 86_400_000;

/** Whole days since a day that is past, one at least. */
const daysSince = (day: string): number => Math.max(1, Math.floor((Date.now() - Date.parse(day)) / dayMs));

/** Its state in a word: late comes before how much is paid. */
export function InvoiceBadge(props: { invoice: FragmentType<typeof InvoiceBadge_invoice>; quiet?: boolean }) {
  const { t } = useTranslation('invoice');
  const { status, overdue, dueOn } = readFragment(InvoiceBadge_invoice, props.invoice);
  return (
    <Status quiet={props.quiet} tone={overdue ? 'red' : tones[status]}>
      {overdue ? t('late', { count: daysSince(dueOn) }) : t(`state.${status}`)}
    </Status>
  );
}
