import { CustomerFinancesResolver, RiskReasonResolver } from './customer-finances.resolver.js';
import { CustomerInvoicesResolver } from './customer-invoices.resolver.js';
import { Invoice } from './invoice.entity.js';
import { invoiceLinePolicy, invoicePolicy } from './invoice.policy.js';
import { InvoiceLineResolver, InvoiceResolver } from './invoice.resolver.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Payment } from './payment.entity.js';
import { paymentAllocationPolicy, paymentPolicy } from './payment.policy.js';
import { PaymentAllocationResolver, PaymentResolver } from './payment.resolver.js';
import { PaymentAllocation } from './payment-allocation.entity.js';
import { TransactionResolver } from './transaction.resolver.js';

/** Its place is in the one list of features. */
export const invoiceFeature = {
  name: 'invoice',
  entities: [Invoice, InvoiceLine, Payment, PaymentAllocation],
  policies: [invoicePolicy, invoiceLinePolicy, paymentPolicy, paymentAllocationPolicy],
  resolvers: [
    InvoiceResolver,
    InvoiceLineResolver,
    PaymentResolver,
    PaymentAllocationResolver,
    CustomerInvoicesResolver,
    CustomerFinancesResolver,
    RiskReasonResolver,
    TransactionResolver,
  ],
};
