import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { PrintButton } from '../../shared/frame/print-sheet';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { InvoiceBadge } from '../../shared/invoice/invoice-badge';
import { InvoicePaper } from '../../shared/invoice/invoice-paper';
import { InvoiceRail } from './invoice-rail';
import { useInvoiceActs } from './use-invoice-acts';

const PaymentDrawer = lazy(() => import('./payment-drawer'));

const AdminInvoice = graphql(`
  query AdminInvoice($id: ID!) {
    invoice(id: $id) {
      id number title version status
      customer { id name }
      viewerCan { update issue delete pay }
      ...InvoiceBadge_invoice
      ...InvoicePaper_invoice
      ...AdminInvoiceRail_invoice
      ...AdminPayable_invoice
    }
  }
`);

export function Invoice() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminInvoice, { variables: { id } });
  const [paying, pay] = useDisclosure(false);
  const { issue, remove, pending } = useInvoiceActs();
  const invoice = data?.invoice ?? undefined;
  // A draft has no number yet: its subject names it, and the badge says that it is one.
  const title = invoice && (invoice.number ? t('invoices.titled', { number: invoice.number }) : invoice.title);

  const actions = invoice && (
    <>
      {invoice.viewerCan.delete && (
        <Tooltip label={t('invoices.delete')}>
          <ActionIcon
            variant="default"
            c="var(--p-danger)"
            aria-label={t('invoices.delete')}
            onClick={() => void remove(invoice)}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {invoice.status !== 'DRAFT' && <PrintButton />}
      {invoice.viewerCan.update && (
        <Button
          component={Link}
          to={`/invoices/${id}/edit`}
          variant="default"
          leftSection={<IconPencil size={15} stroke={1.8} />}
        >
          {t('invoices.edit')}
        </Button>
      )}
      {invoice.viewerCan.issue && (
        <Button loading={pending} onClick={() => void issue(invoice).then((done) => (done ? undefined : refetch()))}>
          {t('invoices.issue')}
        </Button>
      )}
      {invoice.viewerCan.pay && <Button onClick={pay.open}>{t('invoices.pay')}</Button>}
    </>
  );

  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.invoices'), '/invoices'], [invoice ? (invoice.number ?? t('invoices.draft')) : '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.invoice === null}
        header={
          invoice && {
            title: title ?? '',
            badges: <InvoiceBadge invoice={invoice} />,
            meta: (
              <>
                <Link to={`/customers/${invoice.customer.id}`}>{invoice.customer.name}</Link>
                {invoice.number && <span className="truncate">{invoice.title}</span>}
              </>
            ),
            actions,
          }
        }
        rail={invoice && <InvoiceRail invoice={invoice} />}
        railFirst
      >
        {invoice && <InvoicePaper invoice={invoice} />}
      </DetailScreen>
      {paying && invoice && (
        <Suspense>
          <PaymentDrawer invoice={invoice} close={pay.close} />
        </Suspense>
      )}
    </>
  );
}
