import { randomUUID } from 'node:crypto';
import type { Role } from './access.world.js';
import type { Org } from './organisation.world.js';

/** A mutation that names a second row: the first is the viewer's own, the second is not. */
export interface SecondRow {
  title: string;
  field: string;
  who: Role;
  query: string;
  /** The arguments that name rows; the last is the second. */
  named: readonly string[];
  /** `second` is the other organisation's, or does not exist. */
  input: (own: Org, second: Org) => object;
  outcome: string;
}

/** Every name is there. */
const anywhere: Org = new Proxy({}, { get: (_, name) => String(name) });

const row = (who: Role, field: string, input: SecondRow['input'], outcome: string): SecondRow => ({
  title: `${field} by ${who}: ${outcome}`,
  field: `Mutation.${field}`,
  named: Object.keys(input(anywhere, anywhere)),
  who,
  query: `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { userErrors { path code } } }`,
  input,
  outcome,
});

const written = {
  ...{ name: 'Neuf', purposes: 'x', legalBases: ['CONTRACT'], people: 'x', data: 'x', recipients: 'x' },
  ...{ retention: 'x', security: 'x', startedOn: '2025-01-01' },
};
const lines = [{ label: 'Pose', quantity: 1, unitCents: 1000 }];

/** Where nothing of the sort exists at all. */
export const nowhere: Org = new Proxy({}, { get: () => randomUUID() });

export const seconds: readonly SecondRow[] = [
  row(
    'manager',
    'updateProcessingActivity',
    (own, { customer }) => ({ id: own.processingActivity, ...written, processorIds: [customer] }),
    'UNKNOWN_PROCESSOR',
  ),
  row(
    'staff',
    'createWorkOrder',
    (own, { vehicle }) => ({ customerId: own.customer, description: 'x', vehicleId: vehicle }),
    'VEHICLE_OF_ANOTHER',
  ),
  row(
    'admin',
    'eraseCustomer',
    (own, { dataRequest }) => ({ id: own.customer, name: own.customerName, requestId: dataRequest }),
    'ERASE_UNKNOWN_REQUEST',
  ),
  row('staff', 'updateWorkOrder', (own, { vehicle }) => ({ id: own.workOrder, vehicleId: vehicle }), 'VEHICLE_OF_ANOTHER'),
  row('revendeur', 'updateOpportunity', (own, { customer }) => ({ id: own.opportunity, customerId: customer }), 'UNKNOWN'),
  row(
    'revendeur',
    'changeOpportunityStage',
    (own, { opportunity }) => ({ id: own.opportunity, stageId: own.stage, beforeId: opportunity }),
    'UNKNOWN',
  ),
  row(
    'revendeur',
    'changeOpportunityStage',
    (own, { opportunity }) => ({ id: own.opportunity, stageId: own.stage, afterId: opportunity }),
    'UNKNOWN',
  ),
  row(
    'client',
    'createPayment',
    (own, { issued }) => ({
      customerId: own.customer,
      amountCents: 100,
      method: 'CARD',
      allocations: [{ invoiceId: issued, amountCents: 100 }],
    }),
    'UNKNOWN_INVOICE',
  ),
  row('client', 'markNotificationsRead', (own, { clientNotice }) => ({ ids: [own.clientNotice, clientNotice] }), 'NOT_FOUND'),
  row(
    'staff',
    'recordConsent',
    (own, { forEveryone }) => ({ customerId: own.customer, purpose: 'PARTNERS', channel: 'SMS', documentId: forEveryone }),
    'UNKNOWN_DOCUMENT',
  ),
  row(
    'staff',
    'sendCustomerEmail',
    (own, { contact }) => ({ customerId: own.customer, subject: 'x', body: 'x', purpose: 'SERVICE', contactId: contact }),
    'UNKNOWN_CONTACT',
  ),
  row(
    'staff',
    'sendCustomerEmail',
    (own, { forEveryone }) => ({
      customerId: own.customer,
      contactId: own.contact,
      subject: 'x',
      body: 'x',
      purpose: 'SERVICE',
      documentIds: [forEveryone],
    }),
    'UNKNOWN_ATTACHMENT',
  ),
  row(
    'staff',
    'sendCustomerEmail',
    (own, { contact }) => ({
      customerId: own.customer,
      contactId: own.contact,
      subject: 'x',
      body: 'x',
      purpose: 'SERVICE',
      templateId: contact,
    }),
    'UNKNOWN_TEMPLATE',
  ),
  row(
    'staff',
    'addCustomerActivity',
    (own, { forEveryone }) => ({ customerId: own.customer, kind: 'NOTE', title: 'x', documentIds: [forEveryone] }),
    'UNKNOWN_ATTACHMENT',
  ),
  row(
    'staff',
    'createInvoice',
    (own, { project }) => ({ customerId: own.customer, title: 'Pose', lines, projectId: project }),
    'NOT_THEIR_PROJECT',
  ),
  row('staff', 'updateInvoice', (own, { project }) => ({ id: own.draft, projectId: project }), 'NOT_THEIR_PROJECT'),
  row(
    'staff',
    'createMission',
    (own, { project }) => ({ customerId: own.customer, title: 'Pose', projectId: project }),
    'UNKNOWN_PROJECT',
  ),
  row('staff', 'updateMission', (own, { project }) => ({ id: own.draftMission, projectId: project }), 'UNKNOWN_PROJECT'),
  // A place has two ids, and either may be the other's.
  row('client', 'uploadDocument', (own, { project }) => ({ customerId: own.customer, projectId: project }), 'NOT_FOUND'),
  row('client', 'uploadDocument', (own, { customer }) => ({ projectId: own.project, customerId: customer }), 'NOT_FOUND'),
  row('client', 'uploadDocument', (own, { mission }) => ({ customerId: own.customer, missionId: mission }), 'NOT_FOUND'),
  row('client', 'uploadDocument', (own, { forClient }) => ({ customerId: own.customer, documentId: forClient }), 'NOT_FOUND'),
  row('prestataire', 'uploadDocument', (own, { project }) => ({ missionId: own.mission, projectId: project }), 'NOT_FOUND'),
  row('staff', 'assignMission', (own, { client }) => ({ id: own.openMission, prestataireId: client }), 'UNKNOWN_USER'),
  row('staff', 'updateCustomer', (own, { client }) => ({ id: own.customer, resellerId: client }), 'UNKNOWN_USER'),
  row('staff', 'updateCustomer', (own, { client }) => ({ id: own.customer, managerId: client }), 'UNKNOWN_USER'),
  row(
    'manager',
    'mergeCustomers',
    (own, { project }) => ({ survivorVersion: 1, otherVersion: 1, survivorId: own.customer, otherId: project }),
    'NOT_FOUND',
  ),
  row(
    'manager',
    'mergeCustomers',
    (own, { project }) => ({ survivorVersion: 1, otherVersion: 1, otherId: own.customer, survivorId: project }),
    'NOT_FOUND',
  ),
  row('staff', 'createCustomer', (_, { client }) => ({ kind: 'COMPANY', name: 'Neuf', resellerId: client }), 'UNKNOWN_USER'),
  row('staff', 'createCustomer', (_, { client }) => ({ kind: 'COMPANY', name: 'Neuf', managerId: client }), 'UNKNOWN_USER'),
  row('staff', 'updateProject', (own, { client }) => ({ id: own.project, managerId: client }), 'UNKNOWN_USER'),
  row(
    'staff',
    'createProject',
    (own, { client }) => ({ customerId: own.customer, name: 'Neuf', managerId: client }),
    'UNKNOWN_USER',
  ),
  row(
    'staff',
    'withdrawConsent',
    (own, { forEveryone }) => ({ customerId: own.customer, purpose: 'PARTNERS', channel: 'SMS', documentId: forEveryone }),
    'UNKNOWN_DOCUMENT',
  ),
  // Whoever is no seller has no opportunities, and what is no stage is no place for one.
  row(
    'staff',
    'createOpportunity',
    (own, { client }) => ({ customerId: own.customer, title: 'Toit', amountCents: 1, ownerId: client }),
    'NOT_A_SELLER',
  ),
  row('staff', 'updateOpportunity', (own, { client }) => ({ id: own.opportunity, ownerId: client }), 'NOT_A_SELLER'),
  row(
    'revendeur',
    'createOpportunity',
    (own, { project }) => ({ customerId: own.customer, title: 'Toit', amountCents: 1, stageId: project }),
    'UNKNOWN',
  ),
  row('revendeur', 'changeOpportunityStage', (own, { project }) => ({ id: own.opportunity, stageId: project }), 'UNKNOWN'),
  row('admin', 'addMembership', (own, { project }) => ({ customerId: own.customer, userId: project }), 'UNKNOWN_USER'),
  row('admin', 'endUserSessions', (own, { clientSession }) => ({ id: own.client, sessionId: clientSession }), 'NOT_FOUND'),
  row('admin', 'assignRoles', (own, { project }) => ({ id: own.client, roleKeys: [project] }), 'UNKNOWN_ROLE'),
  row('admin', 'assignRole', (own, { project }) => ({ id: own.client, roleKey: project }), 'UNKNOWN_ROLE'),
];
