import { useTranslation } from 'react-i18next';
import { PrintSheet } from '../frame/print-sheet';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { InvoicePaper_invoiceFragment } from '../graphql/generated/graphql';
import { date, money, moneyRound, phoneText, number as quantity, siret, vatRate } from '../ui/format';
import { Mark } from '../ui/mark';
import { PaperAddresses, PaperFacts, PaperFoot, PaperHead, PaperTable, PaperTotals } from '../ui/paper';

const InvoicePaper_seller = graphql(`
  fragment InvoicePaper_seller on InvoiceSeller {
    name legalForm capitalCents siren registry vatNumber email phone paymentTerms vatOnDebits
    address { street complement postalCode city country }
  }
`);
const InvoicePaper_buyer = graphql(`
  fragment InvoicePaper_buyer on InvoiceBuyer {
    reference name siret vatNumber
    address { street complement postalCode city country }
    deliveryAddress { street complement postalCode city country }
  }
`);
const InvoicePaper_invoice = graphql(`
  fragment InvoicePaper_invoice on Invoice {
    id number status title category issuedOn suppliedOn dueOn currency netCents totalCents paidCents dueCents vatMention notes
    customer { id name reference }
    vatBreakdown { rateBp netCents vatCents }
    lines { id label quantity unit unitCents vatRateBp netCents }
    seller { ...InvoicePaper_seller }
    buyer { ...InvoicePaper_buyer }
  }
`);

type Address = { street: string; complement?: string | null; postalCode: string; city: string; country: string };

const addressLines = ({ street, complement, postalCode, city, country }: Address): string[] =>
  [street, complement ?? '', `${postalCode} ${city}`, country === 'FR' ? '' : country].filter(Boolean);

/** An invoice on paper. Issued, every word is as it was that day; a draft has no number yet, and says so. */
export function InvoicePaper({ invoice }: { invoice: FragmentType<typeof InvoicePaper_invoice> }) {
  return <InvoiceSheet invoice={readFragment(InvoicePaper_invoice, invoice)} />;
}

/** What stands on the paper, wherever it was kept. */
export type OnPaper = Omit<InvoicePaper_invoiceFragment, 'id' | ' $fragmentName'>;

export function InvoiceSheet({ invoice }: { invoice: OnPaper }) {
  const { t } = useTranslation('invoice');
  const { currency, number, lines, vatBreakdown, customer } = invoice;
  const seller = readFragment(InvoicePaper_seller, invoice.seller);
  const buyer = readFragment(InvoicePaper_buyer, invoice.buyer);
  const draft = invoice.status === 'DRAFT';
  const sum = (cents: number) => money(cents, currency);
  const from = seller
    ? [
        t('capital', { form: seller.legalForm, amount: moneyRound(seller.capitalCents) }),
        ...addressLines(seller.address),
        t('registered', { siren: seller.siren, registry: seller.registry }),
        t('vatNumber', { number: seller.vatNumber }),
        [phoneText(seller.phone), seller.email].join(', '),
      ]
    : [];
  const ids = [
    buyer?.siret ? t('siret', { siret: siret(buyer.siret) }) : '',
    buyer?.vatNumber ? t('vatNumber', { number: buyer.vatNumber }) : '',
  ];
  const to = [
    buyer?.name ?? customer.name,
    ...(buyer?.address ? addressLines(buyer.address) : []),
    ids.filter(Boolean).join(', '),
  ];
  const vat = vatBreakdown.map(
    ({ rateBp, netCents, vatCents }) => [t('vat', { rate: vatRate(rateBp), net: sum(netCents) }), sum(vatCents)] as const,
  );
  const total = [t('total'), sum(invoice.totalCents)] as const;
  const paid = [[t('paid'), sum(-invoice.paidCents)] as const, [t('left'), sum(invoice.dueCents)] as const];
  const foot = [
    invoice.notes,
    invoice.vatMention,
    t(`category.${invoice.category}`),
    seller?.vatOnDebits ? t('debits') : undefined,
    seller?.paymentTerms,
  ];
  return (
    <PrintSheet label={draft ? t('draft') : t('one', { number })}>
      <PaperHead
        mark={<Mark size={20} />}
        from={seller?.name ?? ''}
        lines={from}
        kind={t(draft ? 'draft' : 'kind')}
        number={number ?? t('noNumber')}
      />
      <PaperFacts
        items={[
          [t(draft ? 'begun' : 'issuedOn'), date(invoice.issuedOn)],
          [t('dueOn'), date(invoice.dueOn)],
          [t('suppliedOn'), date(invoice.suppliedOn ?? invoice.issuedOn)],
          [t('reference'), buyer?.reference ?? customer.reference],
        ]}
      />
      <PaperAddresses
        items={[
          { label: t('to'), lines: to.filter(Boolean) },
          ...(buyer?.deliveryAddress ? [{ label: t('place'), lines: addressLines(buyer.deliveryAddress) }] : []),
        ]}
      />
      <PaperTable
        heads={[t('line'), t('quantity'), t('unit'), t('rate'), t('net')]}
        lines={lines.map((line) => ({
          id: line.id,
          title: line.label,
          cells: [`${quantity(line.quantity, 3)} ${line.unit}`, sum(line.unitCents), vatRate(line.vatRateBp), sum(line.netCents)],
        }))}
      />
      <PaperTotals items={[[t('netTotal'), sum(invoice.netCents)], ...vat, total, ...(invoice.paidCents > 0 ? paid : [])]} />
      <PaperFoot>{foot.filter(Boolean).join(' ')}</PaperFoot>
    </PrintSheet>
  );
}
