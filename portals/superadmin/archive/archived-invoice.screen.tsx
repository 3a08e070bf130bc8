import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import type { AdminOpenArchivedInvoiceMutation } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { InvoiceSheet, type OnPaper } from '../../shared/invoice/invoice-paper';
import { date, money } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';

const AdminArchivedInvoice = graphql(`
  query AdminArchivedInvoice($id: ID!) { archivedInvoice(id: $id) { id number issuedOn keepUntil } }
`);
const AdminOpenArchivedInvoice = graphql(`
  mutation AdminOpenArchivedInvoice($input: OpenArchivedInvoiceInput!) {
    openArchivedInvoice(input: $input) {
      content {
        number title category issuedOn suppliedOn dueOn currency netCents totalCents paidCents vatMention notes
        vatBreakdown { rateBp netCents vatCents }
        lines { label quantity unit unitCents vatRateBp netCents }
        payments { paidOn amountCents reference }
        seller { ...InvoicePaper_seller }
        buyer { reference name ...InvoicePaper_buyer }
      }
      userErrors { path code message }
    }
  }
`);

type Content = NonNullable<AdminOpenArchivedInvoiceMutation['openArchivedInvoice']['content']>;

const onPaper = (content: Content): OnPaper => ({
  ...content,
  status: 'PAID',
  dueCents: content.totalCents - content.paidCents,
  customer: { id: content.buyer.reference, reference: content.buyer.reference, name: content.buyer.name },
  lines: content.lines.map((line, position) => ({ ...line, id: String(position) })),
});

/** One invoice of somebody who was erased. It is read for a reason, which is asked each time. */
export function ArchivedInvoice() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminArchivedInvoice, { variables: { id } });
  // One goes on to the next from here: what was opened is shown under its own number alone.
  const [opened, setOpened] = useState<{ id: string; content: Content }>();
  const content = opened?.id === id ? opened.content : undefined;
  const invoice = data?.archivedInvoice ?? undefined;
  return (
    <DetailScreen
      crumbs={[[t('nav.archive'), '/archive'], [invoice?.number ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.archivedInvoice === null}
      header={
        invoice && {
          title: invoice.number,
          meta: <span>{t('archive.meta', { issued: date(invoice.issuedOn), until: date(invoice.keepUntil) })}</span>,
        }
      }
    >
      {invoice && !content && <Ask key={id} id={id} opened={(found) => setOpened({ id, content: found })} />}
      {content && (
        <>
          <InvoiceSheet invoice={onPaper(content)} />
          {content.payments.length > 0 && (
            <Section title={t('archive.payments')}>
              {content.payments.map(({ paidOn, amountCents, reference }, position) => (
                <Facts
                  // biome-ignore lint/suspicious/noArrayIndexKey: a payment of an archived invoice has no other name
                  key={position}
                  columns={3}
                  items={[
                    [t('archive.paidOn'), date(paidOn)],
                    [t('archive.paid'), money(amountCents, content.currency)],
                    [t('archive.reference'), reference ?? '—'],
                  ]}
                />
              ))}
            </Section>
          )}
        </>
      )}
    </DetailScreen>
  );
}

function Ask({ id, opened }: { id: string; opened: (content: Content) => void }) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminOpenArchivedInvoice, { fields: ['reason'] });
  const [reason, setReason] = useState('');
  const send = async () => {
    const answer = await submit({ input: { id, reason } });
    if (answer?.content) opened(answer.content);
  };
  return (
    <Section title={t('archive.asked')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm" maw={560}>
          <Text size="sm">{t('archive.askedText')}</Text>
          <Textarea
            label={t('archive.reason')}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={errorsByPath.reason}
          />
          <div>
            <Button type="submit" loading={pending}>
              {t('archive.open')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
