import { useQuery } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { PrintButton } from '../../shared/frame/print-sheet';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { InvoicePaper } from '../../shared/invoice/invoice-paper';
import { Status } from '../../shared/ui/status';
import { useInvoiceState } from './invoice-state';
import { PayCard } from './pay-card';

const PayDrawer = lazy(() => import('./pay-drawer'));

const ClientInvoice = graphql(`
  query ClientInvoice($id: ID!) {
    invoice(id: $id) {
      id number title
      ...InvoiceState_invoice
      ...InvoicePaper_invoice
      ...PayCard_invoice
    }
  }
`);

export function Invoice() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { get, set } = useUrlState();
  const stateOf = useInvoiceState();
  const { data, error, refetch } = useQuery(ClientInvoice, { variables: { id } });
  const invoice = data?.invoice;
  const state = invoice && stateOf(invoice);
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.invoices'), '/invoices'], [invoice?.number ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.invoice === null}
        header={
          invoice && state
            ? {
                title: t('invoice.title', { number: invoice.number }),
                badges: <Status tone={state.tone}>{state.word}</Status>,
                meta: <span>{invoice.title}</span>,
                actions: <PrintButton />,
              }
            : undefined
        }
        rail={invoice && <PayCard invoice={invoice} pay={() => set({ pay: invoice.id })} />}
        railFirst
      >
        {invoice && <InvoicePaper invoice={invoice} />}
      </DetailScreen>
      {get('pay') && invoice && (
        <Suspense>
          <PayDrawer picked={invoice.id} close={() => set({ pay: null })} />
        </Suspense>
      )}
    </>
  );
}
