import { PASSWORD } from '../support/as.js';
import { accountMutations } from './account.table.js';
import { consentMutations } from './consent.table.js';
import { dataRequestMutations } from './data-request-mutation.table.js';
import { documentMutations } from './document-mutation.table.js';
import { mergeMutations } from './merge-mutation.table.js';
import { bareRow, type MutationRow, row } from './mutation.row.js';
import { registerMutations } from './register-mutation.table.js';
import { segmentMutations } from './segment-mutation.table.js';
import { userMutations } from './user-mutation.table.js';

const id = (of: string) => ({ id: of });
const lines = [{ label: 'Pose', quantity: 1, unitCents: 1000 }];
const letter = { locale: 'fr', purpose: 'SERVICE', subject: 'Vu', body: 'Vu' };
const csv = 'number;date;customer;sku;quantity;price\nF-1;2026-01-02;X;S;1;10\n';

/** What each may do, on their own organisation's and on the other's. Whoever is not named is refused, and nothing changes. */
export const mutations: readonly MutationRow[] = [
  row('createCustomer', 'nothing', () => ({ kind: 'COMPANY', name: 'Neuf' }), { revendeur: 'ok', team: 'ok' }),
  row('updateCustomer', 'customer', (of) => ({ id: of, website: 'https://prisme.example' }), { revendeur: 'own', team: 'all' }),
  // Our staff do not change a status; managers do.
  row('setCustomerStatus', 'customer', (of) => ({ id: of, status: 'ACTIVE' }), { managers: 'all' }),
  row('tagCustomers', 'customer', (of) => ({ ids: [of], add: ['vu'] }), { revendeur: 'own', team: 'all' }),
  row('setCustomersStatus', 'customer', (of) => ({ ids: [of], status: 'ACTIVE' }), { managers: 'all' }),

  row('duplicateCustomer', 'customer', (of) => ({ id: of, name: 'Copie', parts: ['CONTACTS'] }), { managers: 'all' }),
  row('deleteCustomer', 'spareCustomer', (of) => ({ id: of, name: 'À supprimer' }), { admins: 'all' }),

  row('addContact', 'customer', (of) => ({ customerId: of, name: 'Léa', primary: true }), { revendeur: 'own', team: 'all' }),
  row('updateContact', 'contact', (of) => ({ id: of, primary: true }), { revendeur: 'own', team: 'all' }),
  row('deleteContact', 'contact', id, { revendeur: 'own', team: 'all' }),
  row(
    'addAddress',
    'customer',
    (of) => ({ customerId: of, kind: 'SITE', street: '1 quai', postalCode: '29200', city: 'Brest' }),
    { revendeur: 'own', team: 'all' },
  ),
  row('updateAddress', 'address', (of) => ({ id: of, postalCode: '29000', city: 'Quimper' }), { revendeur: 'own', team: 'all' }),
  row('deleteAddress', 'address', id, { revendeur: 'own', team: 'all' }),

  row('updateHealthWeights', 'nothing', () => ({ rhythm: 1, trend: 1, payment: 1, contact: 1 }), { admins: 'ok' }),
  {
    ...row('refreshFigures', 'nothing', () => ({}), { managers: 'ok' }),
    query: 'mutation { it: refreshFigures { userErrors { path code } } }',
  },
  row('fitLifetime', 'nothing', () => ({ asOf: '2026-01-31' }), { managers: 'ok' }),

  // Vehicles and the work on them: ours to write.
  row(
    'createVehicle',
    'customer',
    (of) => ({ customerId: of, plate: crypto.randomUUID().slice(0, 8), country: 'BE', brand: 'DAF' }),
    { team: 'all' },
  ),
  row('updateVehicle', 'vehicle', (of) => ({ id: of, brand: 'Iveco' }), { team: 'all' }),
  row('deleteVehicle', 'vehicle', id, { team: 'all' }),
  row('createWorkOrder', 'customer', (of) => ({ customerId: of, description: 'Révision' }), { team: 'all' }),
  row('updateWorkOrder', 'workOrder', (of) => ({ id: of, description: 'Fuite' }), { team: 'all' }),
  row('changeWorkOrderStatus', 'workOrder', (of) => ({ id: of, status: 'IN_PROGRESS' }), { team: 'all' }),

  row('addCustomerActivity', 'customer', (of) => ({ customerId: of, kind: 'NOTE', title: 'Vu' }), {
    revendeur: 'own',
    team: 'all',
  }),
  row('updateActivity', 'ownNote', (of) => ({ id: of, title: 'Revu' }), { revendeur: 'own', team: 'all' }),
  row(
    'updateActivity',
    'activity',
    (of) => ({ id: of, title: 'Revu' }),
    { revendeur: 'seen', team: 'seenAll' },
    { title: 'of another’s' },
  ),
  row('deleteActivity', 'activity', id, { revendeur: 'seen', team: 'seenAll' }, { title: 'of another’s' }),
  row('deleteActivity', 'ownNote', id, { revendeur: 'own', team: 'all' }),
  row('pinActivity', 'activity', (of) => ({ id: of, pinned: true }), { revendeur: 'seen', team: 'all' }),
  row(
    'sendCustomerEmail',
    'customer',
    (of, { contact }) => ({ customerId: of, contactId: contact, subject: 'Vu', body: 'Vu', purpose: 'SERVICE' }),
    { team: 'all' },
  ),
  row(
    'createCustomField',
    'nothing',
    () => ({ key: `k${crypto.randomUUID().replaceAll('-', '')}`, kind: 'TEXT', labelFr: 'Vu', labelEn: 'Seen' }),
    { superadmin: 'ok' },
  ),
  row('updateCustomField', 'customField', (of) => ({ id: of, labelFr: 'Revu' }), { superadmin: 'all' }),
  row('archiveCustomField', 'customField', (of) => ({ id: of, archived: true }), { superadmin: 'all' }),
  row('orderCustomFields', 'customField', (of) => ({ ids: [of] }), { superadmin: 'all' }),
  row('createEmailTemplate', 'nothing', () => ({ ...letter, name: crypto.randomUUID() }), { superadmin: 'ok' }),
  row('updateEmailTemplate', 'emailTemplate', (of) => ({ ...letter, id: of, name: crypto.randomUUID() }), { superadmin: 'all' }),
  row('deleteEmailTemplate', 'emailTemplate', id, { superadmin: 'all' }),
  ...consentMutations,
  ...dataRequestMutations,
  ...registerMutations,
  ...documentMutations,

  row('createInvoice', 'customer', (of) => ({ customerId: of, title: 'Pose', lines }), { team: 'all' }),
  row('updateInvoice', 'draft', (of) => ({ id: of, title: 'Autre' }), { team: 'all' }),
  row('deleteInvoice', 'draft', id, { team: 'all' }),
  row('issueInvoice', 'draft', id, { team: 'all' }),
  row('createPayment', 'debtor', (of) => ({ customerId: of, amountCents: 100, method: 'CARD' }), {
    client: 'own',
    colleague: 'seen',
    team: 'all',
  }),
  // One customer is for all of ours, a list for managers; whoever administers stops what others export.
  row('exportCustomer', 'customer', (of) => ({ id: of, format: 'CSV' }), { team: 'all' }),
  row('exportCustomers', 'customer', (of) => ({ ids: [of], format: 'CSV' }), { managers: 'all' }),
  row('cancelExport', 'export', id, { team: 'own', admins: 'all' }),
  row('importOrders', 'nothing', () => ({}), { managers: 'ok' }, { file: csv }),
  // Whose an order is: everybody of ours decides one, managers let a run decide.
  ...segmentMutations,
  ...mergeMutations,
  row('linkOrders', 'nothing', () => ({}), { managers: 'ok' }),
  row('undoOrderLinkRun', 'linkRun', id, { managers: 'all' }),
  row('reviewOrderLink', 'orderLink', (of) => ({ id: of, decision: 'ACCEPT' }), { team: 'all' }),
  row('acceptOrderLinks', 'nothing', () => ({ minProbability: 1 }), { team: 'ok' }),
  row('requestOrderCode', 'nothing', () => ({ email: 'a@test.example' }), { members: 'ok' }),
  row('claimOrders', 'nothing', () => ({ email: 'a@test.example', code: '1' }), {
    members: { own: 'WRONG_ORDER_CODE', foreign: 'WRONG_ORDER_CODE' },
  }),
  row('importCustomers', 'nothing', () => ({}), { managers: 'ok' }, { file: csv }),

  row('createProject', 'customer', (of) => ({ customerId: of, name: 'Neuf' }), { team: 'all' }),
  row('updateProject', 'plannedProject', (of) => ({ id: of, name: 'Autre' }), { team: 'all' }),
  row('changeProjectStatus', 'plannedProject', (of) => ({ id: of, status: 'IN_PROGRESS' }), { team: 'all' }),
  row(
    'changeProjectStatus',
    'doneProject',
    (of) => ({ id: of, status: 'IN_PROGRESS' }),
    { staff: 'seenAll', managers: 'all' },
    { title: 'opening it again' },
  ),
  row('addProjectComment', 'project', (of) => ({ projectId: of, body: 'Bien' }), {
    members: 'own',
    prestataire: 'own',
    team: 'all',
  }),
  row(
    'addProjectComment',
    'project',
    (of) => ({ projectId: of, body: 'Entre nous', audience: 'TEAM' }),
    {
      members: { own: 'TEAM_ONLY_BY_US', foreign: 'NOT_FOUND' },
      prestataire: { own: 'TEAM_ONLY_BY_US', foreign: 'NOT_FOUND' },
      team: 'all',
    },
    { title: 'among us' },
  ),
  row('addMilestone', 'project', (of) => ({ projectId: of, title: 'Fin' }), { team: 'all' }),
  row('updateMilestone', 'milestone', (of) => ({ id: of, title: 'Autre', position: 1 }), { team: 'all' }),
  row('deleteMilestone', 'milestone', id, { team: 'all' }),
  row('completeMilestone', 'milestone', id, { team: 'all' }),
  row('reopenMilestone', 'doneMilestone', id, { team: 'all' }),

  row('createMission', 'customer', (of) => ({ customerId: of, title: 'Pose' }), { team: 'all' }),
  row('updateMission', 'draftMission', (of) => ({ id: of, title: 'Autre' }), { team: 'all' }),
  // Who does a mission begins and delivers it; we open it, judge it and take it back.
  row(
    'changeMissionStatus',
    'assignedMission',
    (of) => ({ id: of, status: 'IN_PROGRESS' }),
    { prestataire: 'own', team: 'seenAll' },
    { title: 'beginning' },
  ),
  row(
    'changeMissionStatus',
    'deliveredMission',
    (of) => ({ id: of, status: 'APPROVED' }),
    { prestataire: 'seen', team: 'all' },
    { title: 'approving' },
  ),
  row(
    'changeMissionStatus',
    'openMission',
    (of) => ({ id: of, status: 'CANCELLED' }),
    { prestataire: 'seenAll', team: 'all' },
    { title: 'cancelling an open one' },
  ),
  row('assignMission', 'openMission', (of, { prestataire }) => ({ id: of, prestataireId: prestataire }), { team: 'all' }),
  // To apply is for prestataires, whoever the customer is.
  row('applyToMission', 'openMission', (of) => ({ missionId: of }), { prestataire: 'all' }),
  row('applyToMission', 'draftMission', (of) => ({ missionId: of }), { prestataire: 'none' }, { title: 'for a draft' }),
  row('decideMissionApplication', 'application', (of) => ({ id: of, accept: true }), { team: 'all' }),

  row('markNotificationsRead', 'notice', (of) => ({ ids: [of] }), { everyone: 'own' }),

  // A customer named beside what is made is a mistake at that field.
  row(
    'createOpportunity',
    'customer',
    (of) => ({ customerId: of, title: 'Toiture', amountCents: 1 }),
    { revendeur: 'own', team: 'all' },
    { hidden: 'UNKNOWN' },
  ),
  row('updateOpportunity', 'opportunity', (of) => ({ id: of, title: 'Autre' }), { revendeur: 'own', team: 'all' }),
  row(
    'updateOpportunity',
    'houseOpportunity',
    (of) => ({ id: of, title: 'Autre' }),
    { revendeur: 'none', team: 'all' },
    { title: 'sold by us' },
  ),
  row('changeOpportunityStage', 'opportunity', (of, { stage }) => ({ id: of, stageId: stage }), {
    revendeur: 'own',
    team: 'all',
  }),
  row('addOpportunityNote', 'opportunity', (of) => ({ opportunityId: of, body: 'Vu' }), { revendeur: 'own', team: 'all' }),
  row('deleteOpportunity', 'opportunity', id, { revendeur: 'own', team: 'all' }),

  row('exportAuditEntries', 'nothing', () => ({ filter: { subjectType: 'Table' } }), { admins: 'ok' }),
  row('updateSettings', 'nothing', () => ({ magicLink: false }), { superadmin: 'ok' }),
  ...userMutations,

  ...accountMutations,

  row('login', 'nothing', () => ({ email: 'nobody@test.example', password: 'wrong' }), {}, { open: 'WRONG_CREDENTIALS' }),
  row('verifyTwoFactor', 'nothing', () => ({ challengeId: 'none', code: '123456' }), {}, { open: 'CHALLENGE_OVER' }),
  row('startPasskeySignIn', 'nothing', () => ({}), {}, { open: 'ok' }),
  row('finishPasskeySignIn', 'nothing', () => ({ id: 'none', response: {} }), {}, { open: 'PASSKEY_REFUSED' }),
  row('endSessionByLink', 'nothing', () => ({ token: 'none' }), {}, { open: 'LINK_OVER' }),
  bareRow('refreshSession', 'SESSION_ENDED'),
  bareRow('logout', 'ok'),

  // One's own account is everybody's to keep safe, and nobody's to touch on another's behalf, however high.
  row('revokeSession', 'session', id, { everyone: 'own' }),
  { ...row('revokeOtherSessions', 'nothing', () => ({}), { everyone: 'ok' }), query: bareRow('revokeOtherSessions', '').query },
  row('startTwoFactorSetup', 'nothing', () => ({ password: PASSWORD }), { everyone: 'ok' }),
  row('confirmTwoFactorSetup', 'nothing', () => ({ code: 'none' }), { everyone: { own: 'WRONG_CODE', foreign: '' } }),
  row('disableTwoFactor', 'nothing', () => ({ password: PASSWORD, code: 'none' }), {
    everyone: { own: 'TOTP_NOT_THERE', foreign: '' },
  }),
  row('regenerateRecoveryCodes', 'nothing', () => ({ password: PASSWORD }), { everyone: 'ok' }),
  row('startPasskeySetup', 'nothing', () => ({ password: PASSWORD }), { everyone: 'ok' }),
  row('finishPasskeySetup', 'nothing', () => ({ id: 'none', name: 'Clé', response: {} }), {
    everyone: { own: 'PASSKEY_REFUSED', foreign: '' },
  }),
  row('renamePasskey', 'passkey', (of) => ({ id: of, name: 'Clé' }), { everyone: 'own' }),
  row('deletePasskey', 'passkey', (of) => ({ id: of, password: PASSWORD }), { everyone: 'own' }),
  row('forgetDevice', 'device', id, { everyone: 'own' }),
];
