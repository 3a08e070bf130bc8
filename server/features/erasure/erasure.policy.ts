import { definePolicy } from '../../core/access.js';
import { Reach } from '../user/role.entity.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';

/** The permission is of its own: who reads invoices does not read these. */
export const archivedInvoicePolicy = definePolicy(ArchivedInvoice, {
  visible: (viewer) => (viewer.reach === Reach.STAFF && viewer.permissions.has('archive.read') ? 'all' : 'none'),
  can: {},
});
