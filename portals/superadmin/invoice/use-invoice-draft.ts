import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import type { OperationCategory } from '../../shared/graphql/generated/graphql';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { invoiceReaders } from './use-invoice-acts';

const AdminCreateInvoice = graphql(`
  mutation AdminCreateInvoice($input: CreateInvoiceInput!) {
    createInvoice(input: $input) { invoice { id } userErrors { path code message } }
  }
`);
const AdminUpdateInvoice = graphql(`
  mutation AdminUpdateInvoice($input: UpdateInvoiceInput!) {
    updateInvoice(input: $input) {
      invoice {
        id title version
        ...InvoicePaper_invoice
        ...AdminInvoiceRail_invoice
      }
      userErrors { path code message }
    }
  }
`);

/** A line under the pen. `key` is ours, so that a line keeps its fields while others come and go. */
export type DraftLine = {
  key: string;
  label: string;
  quantity: number | null;
  unit: string;
  unitCents: number | null;
  vatRateBp: number;
};
export type DraftWords = {
  customerId: string | null;
  projectId: string | null;
  title: string;
  category: OperationCategory;
  suppliedOn: string;
  paymentDays: number | null;
  vatMention: string;
  notes: string;
  lines: DraftLine[];
};

export const blankLine = (unit: string, vatRateBp = 2000): DraftLine => ({
  key: crypto.randomUUID(),
  label: '',
  quantity: 1,
  unit,
  unitCents: null,
  vatRateBp,
});

/** The draft under the pen, its lines, and its saving; the server says what is wrong, at its line. */
export function useInvoiceDraft(first: DraftWords, saved?: { id: string; version: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keyOf = useOnce();
  const [words, setWords] = useState(first);
  const [needCustomer, setNeedCustomer] = useState(false);
  const creating = useSubmit(AdminCreateInvoice);
  const updating = useSubmit(AdminUpdateInvoice);
  const { errorsByPath, pending } = saved ? updating : creating;

  const set = (patch: Partial<DraftWords>) => setWords((now) => ({ ...now, ...patch }));
  const setLine = (key: string, patch: Partial<DraftLine>) =>
    set({ lines: words.lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) });

  async function save(): Promise<void> {
    const { customerId, lines, title, suppliedOn, vatMention, notes, ...rest } = words;
    setNeedCustomer(!customerId);
    if (!customerId) return;
    const content = {
      ...rest,
      title,
      suppliedOn: suppliedOn || null,
      vatMention: vatMention || null,
      notes: notes || null,
      // What isn't typed goes as nothing, and the server says at its place what it needs.
      lines: lines.map(({ key: _, quantity, unitCents, ...line }) => ({
        ...line,
        quantity: quantity ?? 0,
        unitCents: unitCents ?? 0,
      })),
    };
    const options = { refetchQueries: invoiceReaders };
    const payload = saved
      ? await updating.submit({ input: { ...content, id: saved.id, version: saved.version } }, options)
      : await creating.submit({ input: { ...content, customerId, idempotencyKey: keyOf({ ...content, customerId }) } }, options);
    if (!payload?.invoice) return;
    done(t('invoices.saved'));
    void navigate(`/invoices/${payload.invoice.id}`);
  }

  return { words, set, setLine, save, pending, errors: errorsByPath, needCustomer };
}
