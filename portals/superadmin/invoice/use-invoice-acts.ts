import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';

const AdminIssueInvoice = graphql(`
  mutation AdminIssueInvoice($input: IssueInvoiceInput!) {
    issueInvoice(input: $input) {
      invoice {
        id number status version
        viewerCan { update issue delete pay }
        ...InvoiceBadge_invoice
        ...InvoicePaper_invoice
        ...AdminInvoiceRail_invoice
      }
      userErrors { path code message }
    }
  }
`);
const AdminDeleteInvoice = graphql(`
  mutation AdminDeleteInvoice($input: DeleteInvoiceInput!) {
    deleteInvoice(input: $input) { deletedId userErrors { path code message } }
  }
`);

type Draft = { id: string; version: number };

/** What reads invoices in numbers or in rows. */
export const invoiceReaders = ['AdminInvoices', 'AdminInvoiceFigures', 'AdminHome', 'AdminPayments', 'AdminCounts'];

/** What can't be taken back: each asks first. */
export function useInvoiceActs() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const issuing = useSubmit(AdminIssueInvoice, { fields: [] });
  const deleting = useSubmit(AdminDeleteInvoice, { fields: [] });

  /** False when the server refused, perhaps because somebody changed the draft meanwhile. */
  async function issue({ id, version }: Draft): Promise<boolean> {
    if (!(await confirm({ title: t('invoices.issueAsk'), text: t('invoices.issueText'), action: t('invoices.issue') })))
      return true;
    const payload = await issuing.submit({ input: { id, version } }, { refetchQueries: invoiceReaders });
    if (payload?.invoice) done(t('invoices.issued', { number: payload.invoice.number }));
    return Boolean(payload);
  }

  async function remove({ id }: Draft): Promise<void> {
    const question = {
      title: t('invoices.deleteAsk'),
      text: t('invoices.deleteText'),
      action: t('invoices.delete'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    const payload = await deleting.submit({ input: { id } }, { refetchQueries: invoiceReaders });
    if (!payload) return;
    done(t('invoices.deleted'));
    void navigate('/invoices');
  }

  return { issue, remove, pending: issuing.pending };
}
