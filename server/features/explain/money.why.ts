import { sql } from '../../core/sql.js';
import { CustomerDuplicate } from '../customer-merge/customer-duplicate.entity.js';
import { CustomerMerge } from '../customer-merge/customer-merge.entity.js';
import { ImportRefusal } from '../import/import-refusal.entity.js';
import { ImportKind, ImportRun } from '../import/import-run.entity.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { InvoiceLine } from '../invoice/invoice-line.entity.js';
import { Payment } from '../invoice/payment.entity.js';
import { PaymentAllocation } from '../invoice/payment-allocation.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { OpportunityChange } from '../opportunity/opportunity-change.entity.js';
import { OpportunityNote } from '../opportunity/opportunity-note.entity.js';
import { PipelineStage } from '../opportunity/pipeline-stage.entity.js';
import { Order } from '../order/order.entity.js';
import { OrderLine } from '../order/order-line.entity.js';
import { OrderLink } from '../order-link/order-link.entity.js';
import { OrderLinkRun } from '../order-link/order-link-run.entity.js';
import { CustomerSegment } from '../segment/segment.entity.js';
import { SegmentChange } from '../segment/segment-change.entity.js';
import { SegmentMember } from '../segment/segment-member.entity.js';
import { Reach } from '../user/role.entity.js';
import { customerVisible } from './customer.why.js';
import { always, every, explain, follows, permitted, row, some, staffSeesAll } from './why.rules.js';
import { memberFor } from './work.why.js';

const { STAFF, CLIENT, PRESTATAIRE, REVENDEUR } = Reach;

const issued = row(
  'La facture est émise, ce n’est pas un brouillon',
  'The invoice is issued, no draft',
  (_, it) => sql`${it}.status <> 'DRAFT'`,
);
const forFinance = memberFor('finance', 'Finances', 'finance');

explain(Invoice, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: every(
    'Un revendeur voit les factures émises à ses clients',
    'A reseller sees the invoices issued to their customers',
    issued,
    customerVisible,
  ),
  [CLIENT]: every('Un client voit ses factures émises', 'A client sees the invoices issued to them', issued, forFinance),
});
const invoiceVisible = follows('La facture est visible', 'The invoice is visible', Invoice, 'invoiceId');
explain(InvoiceLine, {
  [STAFF]: invoiceVisible,
  [CLIENT]: invoiceVisible,
  [PRESTATAIRE]: invoiceVisible,
  [REVENDEUR]: invoiceVisible,
});

const money = { [STAFF]: staffSeesAll, [REVENDEUR]: customerVisible, [CLIENT]: forFinance };
explain(Payment, money);
const disclosed = row(
  'La commande n’a pas été rattachée par recoupement, ou son adresse a été prouvée depuis',
  'The order was not found to be theirs by comparison, or its address was proved since',
  (_, it) => sql`${it}.disclosed`,
);
explain(Order, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: every(
    'Un revendeur voit les commandes sûres de ses clients',
    'A reseller sees the sure orders of their customers',
    disclosed,
    customerVisible,
  ),
  [CLIENT]: every('Un client voit ses commandes sûres', 'A client sees their sure orders', disclosed, forFinance),
});
explain(OrderLink, { [STAFF]: staffSeesAll });
explain(OrderLinkRun, { [STAFF]: staffSeesAll });
explain(CustomerSegment, {
  [STAFF]: row(
    'Le rôle voit tout ce que la règle du segment demande',
    'The role sees all that the segment’s rule asks about',
    ({ permissions }, it) => sql`${it}.needs <@ ${[...permissions]}::text[]`,
  ),
});
const segmentVisible = follows('Le segment est visible', 'The segment is visible', CustomerSegment, 'segmentId');
for (const entity of [SegmentMember, SegmentChange])
  explain(entity, {
    [STAFF]: every(
      'L’équipe voit qui est dans les segments qu’elle voit',
      'The team sees who is in the segments it sees',
      segmentVisible,
      customerVisible,
    ),
  });
explain(CustomerDuplicate, { [STAFF]: staffSeesAll });
explain(CustomerMerge, { [STAFF]: staffSeesAll });
const paymentVisible = follows('Le paiement est visible', 'The payment is visible', Payment, 'paymentId');
explain(PaymentAllocation, {
  [STAFF]: paymentVisible,
  [CLIENT]: paymentVisible,
  [PRESTATAIRE]: paymentVisible,
  [REVENDEUR]: paymentVisible,
});
const orderVisible = follows('La commande est visible', 'The order is visible', Order, 'orderId');
explain(OrderLine, { [STAFF]: staffSeesAll, [CLIENT]: orderVisible, [PRESTATAIRE]: orderVisible, [REVENDEUR]: orderVisible });

const brings = (kind: ImportKind, fr: string, en: string) => row(fr, en, (_, it) => sql`${it}.kind = ${kind}`);
const imports = some(
  'Les imports sont à qui pourrait les faire',
  'Imports are for whoever could make them',
  every(
    'Les commandes, à qui importe des commandes',
    'Orders, for whoever imports orders',
    brings(ImportKind.ORDERS, 'Le fichier apporte des commandes', 'The file brings orders'),
    permitted('order.import'),
  ),
  every(
    'Les clients, à qui importe des clients',
    'Customers, for whoever imports customers',
    brings(ImportKind.CUSTOMERS, 'Le fichier apporte des clients', 'The file brings customers'),
    permitted('customer.import'),
  ),
);
explain(ImportRun, { [STAFF]: imports });
explain(ImportRefusal, { [STAFF]: follows('L’import est visible', 'The import is visible', ImportRun, 'importRunId') });

explain(Opportunity, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: row(
    'Un revendeur voit les opportunités qui sont à lui',
    'A reseller sees the opportunities that are theirs',
    ({ id }, it) => sql`${it}.owner_id = ${id}`,
  ),
});
const deal = follows('L’opportunité est visible', 'The opportunity is visible', Opportunity, 'opportunityId');
const ofDeal = { [STAFF]: deal, [CLIENT]: deal, [PRESTATAIRE]: deal, [REVENDEUR]: deal };
explain(OpportunityChange, ofDeal);
explain(OpportunityNote, ofDeal);
const stages = always('Les étapes sont les mêmes pour tous ceux qui vendent', 'Stages are the same for all who sell');
explain(PipelineStage, { [STAFF]: stages, [REVENDEUR]: stages });
