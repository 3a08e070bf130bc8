import { registerEnumType } from 'type-graphql';

/** What happened. The first four are written by hand, the others by the product. */
export enum ActivityKind {
  CALL = 'CALL',
  EMAIL = 'EMAIL',
  MEETING = 'MEETING',
  NOTE = 'NOTE',
  EMAIL_SENT = 'EMAIL_SENT',
  EMAIL_UNSENT = 'EMAIL_UNSENT',
  CUSTOMER_CREATED = 'CUSTOMER_CREATED',
  CUSTOMER_UPDATED = 'CUSTOMER_UPDATED',
  CUSTOMER_STATUS_CHANGED = 'CUSTOMER_STATUS_CHANGED',
  CUSTOMER_DUPLICATED = 'CUSTOMER_DUPLICATED',
  DOCUMENT_ADDED = 'DOCUMENT_ADDED',
  DOCUMENT_DELETED = 'DOCUMENT_DELETED',
  CONSENT_CHANGED = 'CONSENT_CHANGED',
  VEHICLE_ADDED = 'VEHICLE_ADDED',
  PROJECT_CREATED = 'PROJECT_CREATED',
  PROJECT_STATUS_CHANGED = 'PROJECT_STATUS_CHANGED',
  MILESTONE_DONE = 'MILESTONE_DONE',
  COMMENT_ADDED = 'COMMENT_ADDED',
  MISSION_ASSIGNED = 'MISSION_ASSIGNED',
  MISSION_STATUS_CHANGED = 'MISSION_STATUS_CHANGED',
  WORK_ORDER_CREATED = 'WORK_ORDER_CREATED',
  WORK_ORDER_STATUS_CHANGED = 'WORK_ORDER_STATUS_CHANGED',
  ORDER_IMPORTED = 'ORDER_IMPORTED',
  ORDERS_LINKED = 'ORDERS_LINKED',
  ORDERS_UNLINKED = 'ORDERS_UNLINKED',
  ORDER_LINKED = 'ORDER_LINKED',
  ORDER_UNLINKED = 'ORDER_UNLINKED',
  ORDERS_CLAIMED = 'ORDERS_CLAIMED',
  INVOICE_ISSUED = 'INVOICE_ISSUED',
  PAYMENT_RECEIVED = 'PAYMENT_RECEIVED',
  OPPORTUNITY_CREATED = 'OPPORTUNITY_CREATED',
  OPPORTUNITY_STAGE_CHANGED = 'OPPORTUNITY_STAGE_CHANGED',
  OPPORTUNITY_WON = 'OPPORTUNITY_WON',
  OPPORTUNITY_LOST = 'OPPORTUNITY_LOST',
  CUSTOMER_EXPORTED = 'CUSTOMER_EXPORTED',
  SEGMENT_ENTERED = 'SEGMENT_ENTERED',
  SEGMENT_LEFT = 'SEGMENT_LEFT',
}
registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: 'What happened. CALL, EMAIL, MEETING and NOTE are written by hand; the product notes the others.',
  valuesConfig: {
    CALL: { description: 'A phone call.' },
    EMAIL: { description: 'An e-mail sent or received.' },
    MEETING: { description: 'People met.' },
    NOTE: { description: 'Something worth keeping.' },
    EMAIL_SENT: { description: 'An e-mail was written to them here.' },
    EMAIL_UNSENT: { description: 'An e-mail written here did not leave.' },
    CUSTOMER_CREATED: { description: 'The customer’s record was made.' },
    CUSTOMER_UPDATED: { description: 'The customer’s record was changed.' },
    CUSTOMER_STATUS_CHANGED: { description: 'The customer was activated or deactivated.' },
    CUSTOMER_DUPLICATED: { description: 'The customer’s record was copied into another.' },
    DOCUMENT_ADDED: { description: 'A document was uploaded.' },
    DOCUMENT_DELETED: { description: 'A document was deleted.' },
    VEHICLE_ADDED: { description: 'A vehicle was added.' },
    CONSENT_CHANGED: { description: 'A consent was given or withdrawn.' },
    PROJECT_CREATED: { description: 'A project was opened.' },
    PROJECT_STATUS_CHANGED: { description: 'A project moved to another status.' },
    MILESTONE_DONE: { description: 'A milestone of a project was reached.' },
    COMMENT_ADDED: { description: 'Somebody commented on a project.' },
    MISSION_ASSIGNED: { description: 'A mission was given to somebody.' },
    MISSION_STATUS_CHANGED: { description: 'A mission moved to another status.' },
    WORK_ORDER_CREATED: { description: 'Work was planned.' },
    WORK_ORDER_STATUS_CHANGED: { description: 'A work order moved to another status.' },
    ORDER_IMPORTED: { description: 'Orders were imported.' },
    ORDERS_LINKED: { description: 'A run found orders to be theirs.' },
    ORDERS_UNLINKED: { description: 'Such a run was taken back.' },
    ORDER_LINKED: { description: 'Somebody said that an order is theirs.' },
    ORDER_UNLINKED: { description: 'Somebody said that an order is not theirs.' },
    ORDERS_CLAIMED: { description: 'They proved the address that orders were placed with, and see them.' },
    INVOICE_ISSUED: { description: 'An invoice was issued.' },
    PAYMENT_RECEIVED: { description: 'A payment was received.' },
    OPPORTUNITY_CREATED: { description: 'An opportunity was opened.' },
    OPPORTUNITY_STAGE_CHANGED: { description: 'An opportunity moved along the pipeline.' },
    OPPORTUNITY_WON: { description: 'An opportunity was won.' },
    OPPORTUNITY_LOST: { description: 'An opportunity was lost.' },
    CUSTOMER_EXPORTED: { description: 'Somebody took the customer’s record along in a file.' },
    SEGMENT_ENTERED: { description: 'The customer came into a segment. For our own people only.' },
    SEGMENT_LEFT: { description: 'The customer left a segment. For our own people only.' },
  },
});

/** What an activity is about: a person who may not see that part of a customer doesn't see its activities either. */
export enum ActivityGroup {
  EXCHANGE = 'EXCHANGE',
  RECORD = 'RECORD',
  DOCUMENT = 'DOCUMENT',
  WORK = 'WORK',
  MONEY = 'MONEY',
  SALES = 'SALES',
}
registerEnumType(ActivityGroup, {
  name: 'ActivityGroup',
  description: 'What activities are about.',
  valuesConfig: {
    RECORD: { description: 'The customer’s own record, vehicles and consents.' },
    EXCHANGE: { description: 'Calls, e-mails, meetings and notes.' },
    DOCUMENT: { description: 'Documents.' },
    WORK: { description: 'Projects, missions and work orders.' },
    MONEY: { description: 'Orders, invoices and payments.' },
    SALES: { description: 'Opportunities.' },
  },
});

const K = ActivityKind;

export const kindsOf: Record<ActivityGroup, readonly ActivityKind[]> = {
  EXCHANGE: [K.CALL, K.EMAIL, K.MEETING, K.NOTE, K.EMAIL_SENT, K.EMAIL_UNSENT],
  RECORD: [
    K.CUSTOMER_CREATED,
    K.CUSTOMER_UPDATED,
    K.CUSTOMER_STATUS_CHANGED,
    K.CUSTOMER_DUPLICATED,
    K.CONSENT_CHANGED,
    K.VEHICLE_ADDED,
    K.SEGMENT_ENTERED,
    K.SEGMENT_LEFT,
  ],
  DOCUMENT: [K.DOCUMENT_ADDED, K.DOCUMENT_DELETED, K.CUSTOMER_EXPORTED],
  WORK: [
    K.PROJECT_CREATED,
    K.PROJECT_STATUS_CHANGED,
    K.MILESTONE_DONE,
    K.COMMENT_ADDED,
    K.MISSION_ASSIGNED,
    K.MISSION_STATUS_CHANGED,
    K.WORK_ORDER_CREATED,
    K.WORK_ORDER_STATUS_CHANGED,
  ],
  MONEY: [
    K.ORDER_IMPORTED,
    K.ORDERS_LINKED,
    K.ORDERS_UNLINKED,
    K.ORDER_LINKED,
    K.ORDER_UNLINKED,
    K.ORDERS_CLAIMED,
    K.INVOICE_ISSUED,
    K.PAYMENT_RECEIVED,
  ],
  SALES: [K.OPPORTUNITY_CREATED, K.OPPORTUNITY_STAGE_CHANGED, K.OPPORTUNITY_WON, K.OPPORTUNITY_LOST],
};

/** How we sort customers is not even for who sells to them. */
export const kindsAmongUs: readonly ActivityKind[] = [K.SEGMENT_ENTERED, K.SEGMENT_LEFT];

const byHand: readonly ActivityKind[] = [K.CALL, K.EMAIL, K.MEETING, K.NOTE];

export const isWrittenByHand = (kind: ActivityKind): boolean => byHand.includes(kind);
