import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { readsCustomFields } from '../custom-field/custom-field.scope.js';
import { isMember } from '../membership/membership.scope.js';
import { worksForCustomer } from '../mission/mission.scope.js';
import { Reach } from '../user/role.entity.js';
import { Address } from './address.entity.js';
import { Contact } from './contact.entity.js';
import { CustomFieldValue } from './custom-field-value.entity.js';
import { Customer } from './customer.entity.js';

/** What we begin for a customer. */
const isOurs = (viewer: Viewer, permission: string) => viewer.reach === Reach.STAFF && viewer.permissions.has(permission);

export const customerPolicy = definePolicy(Customer, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.reseller_id = ${viewer.id}`;
      case Reach.CLIENT:
        return isMember(viewer, sql`${row}.id`);
      case Reach.PRESTATAIRE:
        return worksForCustomer(viewer, sql`${row}.id`);
      default:
        return 'none';
    }
  },
  can: {
    // Restricted, it is kept as it is but for who lifts that.
    update: (viewer, { restrictedAt }) =>
      viewer.permissions.has('customer.update') && (!restrictedAt || isOurs(viewer, 'dataSubjectRequest.handle')),
    changeStatus: (viewer) => viewer.permissions.has('customer.changeStatus'),
    duplicate: (viewer) => isOurs(viewer, 'customer.duplicate'),
    delete: (viewer) => isOurs(viewer, 'customer.delete'),
    merge: (viewer) => isOurs(viewer, 'customer.merge'),
    erase: (viewer, { erasedAt }) => isOurs(viewer, 'customer.erase') && !erasedAt,
    addActivity: (viewer) => viewer.permissions.has('activity.add'),
    uploadDocument: (viewer) => viewer.permissions.has('document.upload') && viewer.reach !== Reach.PRESTATAIRE,
    recordConsent: (viewer) => viewer.permissions.has('consent.record') || viewer.permissions.has('consent.change'),
    sendEmail: (viewer) => isOurs(viewer, 'customer.email'),
    createInvoice: (viewer) => isOurs(viewer, 'invoice.create'),
    createProject: (viewer) => isOurs(viewer, 'project.create'),
    createMission: (viewer) => isOurs(viewer, 'mission.create'),
    addVehicle: (viewer) => isOurs(viewer, 'vehicle.create'),
    createWorkOrder: (viewer) => isOurs(viewer, 'workOrder.create'),
    export: (viewer) => viewer.permissions.has('customer.export'),
  },
});

export const contactPolicy = definePolicy(Contact, {
  visible: (viewer, row) => visibleById(viewer, Customer, sql`${row}.customer_id`),
  can: {},
});

export const addressPolicy = definePolicy(Address, {
  visible: (viewer, row) => visibleById(viewer, Customer, sql`${row}.customer_id`),
  can: {},
});

export const customFieldValuePolicy = definePolicy(CustomFieldValue, {
  visible: (viewer, row) => (readsCustomFields(viewer) ? visibleById(viewer, Customer, sql`${row}.customer_id`) : 'none'),
  can: {},
});
