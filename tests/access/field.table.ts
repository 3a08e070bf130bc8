import { rolesIn } from './access.row.js';
import type { Role } from './access.world.js';
import type { Org } from './organisation.world.js';

export interface FieldRow {
  field: string;
  query: (org: Org) => string;
  who: readonly Role[];
}

const on =
  (type: string, root: (org: Org, field: string) => string) =>
  (field: string, who: string, below = ''): FieldRow => ({
    field: `${type}.${field}`,
    query: (org) => `{ ${root(org, `it: ${field} ${below}`)} }`,
    who: rolesIn(who),
  });

const customer = on('Customer', ({ customer: id }, it) => `customer(id: "${id}") { ${it} }`);
const user = on('User', ({ customer: id }, it) => `customer(id: "${id}") { manager { ${it} } }`);
const project = on('Project', ({ project: id }, it) => `project(id: "${id}") { ${it} }`);
const mission = on('Mission', ({ mission: id }, it) => `mission(id: "${id}") { ${it} }`);
const entry = on('AuditEntry', ({ customer: id }, it) => `customer(id: "${id}") { history { nodes { ${it} } } }`);
const event = on('ConsentEvent', ({ customer: id }, it) => `customer(id: "${id}") { consents { history { ${it} } } }`);

const dataRequest = on('DataSubjectRequest', ({ dataRequest: id }, it) => `dataSubjectRequest(id: "${id}") { ${it} }`);

/** Fields that not everybody reads who sees the row. Each is asked of one's own; whoever is not named gets null. */
export const fields: readonly FieldRow[] = [
  customer('tags', 'revendeur team'),
  customer('internalNote', 'team'),
  customer('members', 'team', '{ id }'),
  // Bank details are for our own people, who see the finances.
  customer('iban', 'team'),
  customer('analytics', 'team', '{ rfmAbsence }'),
  customer('revenueSeries', 'team', '{ month }'),
  customer('customFields', 'revendeur team', '{ id }'),
  on('CustomField', (_, it) => `customFields { ${it} }`)('customerCount', 'superadmin'),
  customer('vehicles', 'members revendeur team', '{ id }'),
  customer('workOrders', 'members revendeur team', '{ id }'),
  customer('segments', 'team', '{ id }'),
  customer('consents', 'members team', '{ id }'),
  customer('contactRefusals', 'team', '{ id }'),
  customer('legalHolds', 'managers', '{ id }'),
  customer('erasurePreview', 'admins', '{ lines { what } }'),
  customer('dataSubjectRequests', 'members team', '{ id }'),
  dataRequest('identityNote', 'managers'),
  dataRequest('alsoKnownAs', 'managers', '{ id }'),
  customer('documents', 'everyone', '{ totalCount }'),
  customer('documentStats', 'everyone', '{ count }'),
  customer('opportunities', 'revendeur team', '{ totalCount }'),
  customer('orders', 'members revendeur team', '{ totalCount }'),
  customer('orderStats', 'members revendeur team', '{ total }'),
  // A member needs the part; a prestataire knows nothing of the customer's money.
  customer('mentionable', 'revendeur team', '{ id }'),
  on('Activity', ({ customer: id }, it) => `customer(id: "${id}") { activities(first: 1) { nodes { ${it} } } }`)(
    'attachments',
    'everyone',
    '{ id }',
  ),
  customer('keptFor', 'admins', '{ code }'),
  customer('possibleDuplicates', 'team', '{ id }'),
  customer('merges', 'team', '{ id }'),
  on('CustomerMerge', ({ customerMerge: id }, it) => `customerMerge(id: "${id}") { ${it} }`)('additions', 'managers', '{ id }'),
  customer('balance', 'client revendeur team'),
  customer('financialSummary', 'client revendeur team', '{ dueCents }'),
  customer('balanceHistory', 'client revendeur team', '{ month }'),
  customer('paymentRisk', 'team', '{ sample }'),
  user('email', 'team'),
  user('phone', 'team'),
  user('status', 'team'),
  user('lastLoginAt', 'team'),
  user('createdAt', 'team'),
  user('roleKeys', 'team'),
  user('memberships', 'team', '{ id }'),
  user('openSessions', 'admins'),
  user('openSessionList', 'admins', '{ id }'),
  user('hasSecondFactor', 'admins'),
  user('traces', 'admins', '{ count }'),
  on('Role', ({ role: id }, it) => `role(id: "${id}") { ${it} }`)('holders', 'admins'),
  customer('history', 'team', '{ nodes { id } }'),
  // Their own people know that somebody of ours looked, and on which day; who it was is for us.
  customer('viewedBy', 'members team', '{ day }'),
  on('Reading', ({ customer: id }, it) => `customer(id: "${id}") { viewedBy { ${it} } }`)('user', 'team', '{ id }'),
  entry('sessionId', 'admins'),
  entry('ip', 'admins'),
  entry('userAgent', 'admins'),
  entry('requestId', 'admins'),
  event('proof', 'team'),
  event('note', 'team'),
  project('budgetCents', 'client team'),
  project('documents', 'everyone', '{ totalCount }'),
  on('ProjectStats', (_, it) => `projectStats { ${it} }`)('budgetCents', 'members team'),
  // What a prestataire earns is between them and us.
  mission('feeCents', 'prestataire team'),
  on('Mission', ({ openMission: id }, it) => `mission(id: "${id}") { ${it} }`)('street', 'members team'),
  on('Document', ({ forEveryone: id }, it) => `document(id: "${id}") { ${it} }`)('shares', 'client revendeur team', '{ id }'),
  mission('documents', 'members prestataire team', '{ totalCount }'),
  on('MissionStats', (_, it) => `missionStats { ${it} }`)('earnedThisMonthCents', 'prestataire team'),
];
