import { randomUUID } from 'node:crypto';
import type { Role } from './access.world.js';
import type { Org } from './organisation.world.js';

/** A mutation that names a second row: the first is the viewer's own, the second is not. */
export interface SecondRow {
  title: string;
  who: Role;
  query: string;
  /** `second` is the other organisation's, or does not exist. */
  input: (own: Org, second: Org) => object;
  outcome: string;
}

const row = (who: Role, field: string, input: SecondRow['input'], outcome: string): SecondRow => ({
  title: `${field} by ${who}: ${outcome}`,
  who,
  query: `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { userErrors { path code } } }`,
  input,
  outcome,
});

const lines = [{ label: 'Pose', quantity: 1, unitCents: 1000 }];

/** Where nothing of the sort exists at all. */
export const nowhere: Org = new Proxy({}, { get: () => randomUUID() });

export const seconds: readonly SecondRow[] = [
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
    'createInvoice',
    (own, { project }) => ({ customerId: own.customer, title: 'Pose', lines, projectId: project }),
    'NOT_THEIR_PROJECT',
  ),
  row('staff', 'updateInvoice', (own, { project }) => ({ id: own.draft, projectId: project }), 'NOT_THEIR_PROJECT'),
  row('staff', 'assignMission', (own, { client }) => ({ id: own.openMission, prestataireId: client }), 'UNKNOWN_USER'),
  row('staff', 'updateCustomer', (own, { client }) => ({ id: own.customer, resellerId: client }), 'UNKNOWN_USER'),
  row('staff', 'updateProject', (own, { client }) => ({ id: own.project, managerId: client }), 'UNKNOWN_USER'),
];
