import { ArchivedInvoice } from './archived-invoice.entity.js';
import { Erasure } from './erasure.entity.js';
import { archivedInvoicePolicy } from './erasure.policy.js';
import { ErasureResolver } from './erasure.resolver.js';

/** Its place is in the one list of features. */
export const erasureFeature = {
  name: 'erasure',
  entities: [ArchivedInvoice, Erasure],
  policies: [archivedInvoicePolicy],
  resolvers: [ErasureResolver],
};
