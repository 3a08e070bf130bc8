import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { Page } from '../../shared/ui/page';
import { RecordSkeleton } from '../../shared/ui/skeletons';
import { InvoiceForm } from './invoice-form';

const AdminInvoiceDraft = graphql(`
  query AdminInvoiceDraft($id: ID!) {
    invoice(id: $id) {
      id version title category suppliedOn paymentDays vatMention notes
      customer { id }
      project { id }
      lines { id label quantity unit unitCents vatRateBp }
      viewerCan { update }
    }
  }
`);

export function InvoiceEdit() {
  const { id = '' } = useParams();
  // As it is now: the version goes with the change.
  const { data, error, refetch } = useQuery(AdminInvoiceDraft, { variables: { id }, fetchPolicy: 'network-only' });
  const invoice = data?.invoice;
  if (error && !data)
    return (
      <Page>
        <Failure page problem={problemOf(error)} retry={() => void refetch()} />
      </Page>
    );
  if (data && !invoice?.viewerCan.update)
    return (
      <Page>
        <Failure page problem={{ code: invoice ? 'FORBIDDEN' : 'NOT_FOUND' }} />
      </Page>
    );
  if (!invoice) return <RecordSkeleton />;
  const { version, title, category, paymentDays } = invoice;
  return (
    <InvoiceForm
      saved={{ id, version }}
      first={{
        customerId: invoice.customer.id,
        projectId: invoice.project?.id ?? null,
        title,
        category,
        suppliedOn: invoice.suppliedOn ?? '',
        paymentDays,
        vatMention: invoice.vatMention ?? '',
        notes: invoice.notes ?? '',
        lines: invoice.lines.map(({ id: key, label, quantity, unit, unitCents, vatRateBp }) => ({
          key,
          label,
          quantity,
          unit,
          unitCents,
          vatRateBp,
        })),
      }}
    />
  );
}
