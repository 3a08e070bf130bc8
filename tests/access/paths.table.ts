import { type Org, SAID, WORD } from './organisation.world.js';
import { seen, type TypeName } from './seen.table.js';

export interface Path {
  type: TypeName;
  title: string;
  /** The fields of the query for one organisation, without aliases. */
  ask: (org: Org) => string[];
  /** The object it begins at: whoever does not see that gets nowhere. */
  from: string | null;
  /** What hangs there; everything of the type unless said. */
  shows: readonly string[];
  /** Who has the permission; everybody unless said. */
  only: string;
  /** Whom it is for, where others find something else there. */
  whose: string;
  /** The same for both organisations. */
  once: boolean;
}

interface Options {
  shows?: string;
  only?: string;
}

const namesOf = (type: TypeName, shows?: string): string[] =>
  shows?.split(' ') ?? [...new Set(seen[type].all.map((name) => name.slice(2)))];

const root = (type: TypeName, field: string, { shows, only = 'everyone' }: Options = {}): Path => ({
  type,
  title: field,
  ask: () => [field],
  from: null,
  shows: namesOf(type, shows),
  only,
  whose: 'everyone',
  once: true,
});

/** From an object, such as `customer`, whose query by id is `customer` too unless said, and which is asked for by its own id unless `at` another's. */
const nested = (
  type: TypeName,
  from: string,
  below: string,
  { by = from, at = from, shows, only = 'everyone' }: Options & { by?: string; at?: string } = {},
): Path => ({
  type,
  title: `${from} > ${below}`,
  ask: (org) => [`${by}(id: "${org[at]}") { ${below} }`],
  from,
  shows: namesOf(type, shows),
  only,
  whose: 'everyone',
  once: false,
});

const byId = (type: TypeName, only = 'everyone'): Path[] =>
  [type, 'node'].map((field) => ({
    type,
    title: `${field}(id)`,
    ask: (org) => namesOf(type).flatMap((name) => (org[name] ? [`${field}(id: "${org[name]}") { id }`] : [])),
    from: null,
    shows: namesOf(type),
    only,
    whose: 'everyone',
    once: false,
  }));

const page = '(first: 100) { totalCount nodes { id } }';
const filtered = (filter: string) => `(first: 100, filter: { ${filter} }) { totalCount nodes { id } }`;
const ofCustomer = (type: TypeName, field: string, shows?: string): Path => ({
  ...root(type, '', { shows }),
  title: `${field}(filter: customerId)`,
  ask: (org) => [`${field}${filtered(`customerId: "${org.customer}"`)}`],
  once: false,
});

/** Every way to a row. What each viewer must find at its end is said in seen.table.ts. */
export const paths: readonly Path[] = [
  ...byId('customer'),
  root('customer', `customers${page}`),
  root('customer', `customers${filtered(`search: "${WORD}"`)}`),
  root('customer', `searchCustomers(first: 50, search: "${WORD}") { id }`),
  root('customer', 'customersNear(latitude: 48.39, longitude: -4.49, first: 100) { customer { id } }'),
  nested('customer', 'project', 'customer { id }'),
  nested('customer', 'draftProject', 'customer { id }', { by: 'project' }),
  nested('customer', 'mission', 'customer { id }'),
  nested('customer', 'openMission', 'customer { id }', { by: 'mission' }),
  nested('customer', 'forEveryone', 'customer { id }', { by: 'document' }),
  nested('customer', 'issued', 'customer { id }', { by: 'invoice' }),
  nested('customer', 'payment', 'customer { id }'),
  nested('customer', 'order', 'customer { id }'),
  nested('customer', 'opportunity', 'customer { id }'),
  nested('customer', 'houseOpportunity', 'customer { id }', { by: 'opportunity' }),
  nested('customer', 'mail', 'customer { id }'),
  root('customer', 'recentActivities(first: 50) { customer { id } }'),
  nested('contact', 'customer', 'contacts { id }'),
  nested('address', 'customer', 'addresses { id }'),
  root('address', 'customersNear(latitude: 48.39, longitude: -4.49, first: 100) { address { id } }'),
  root('customField', 'customFields { id }', { only: 'revendeur team' }),
  nested('customField', 'customer', 'customFields { field { id } }', { only: 'revendeur team' }),
  root('customFieldChoice', 'customFields { choices { id } }', { only: 'revendeur team' }),
  nested('customFieldChoice', 'customer', 'customFields { choice { id } }', { only: 'revendeur team' }),
  nested('customFieldValue', 'customer', 'customFields { id }', { only: 'revendeur team' }),
  nested('vehicle', 'customer', 'vehicles { id workOrders { vehicle { id } } }'),
  nested('workOrder', 'customer', 'workOrders { id } vehicles { workOrders { id } }'),

  ...byId('user', 'team'),
  root('user', `users${filtered('search: "test.example"')}`, { only: 'team' }),
  nested('user', 'customer', 'manager { id } reseller { id }', { shows: 'lead revendeur' }),
  nested('user', 'project', 'manager { id } comments(first: 50) { nodes { author { id } } }', { shows: 'lead' }),
  nested('user', 'mission', 'prestataire { id }', { shows: 'prestataire' }),
  nested('user', 'step', 'steps { author { id } }', { by: 'mission', at: 'mission', shows: 'lead' }),
  nested('user', 'application', 'applications { prestataire { id } }', {
    by: 'mission',
    at: 'openMission',
    shows: 'prestataire',
  }),
  nested('user', 'forEveryone', 'uploadedBy { id } versions { uploadedBy { id } }', { by: 'document', shows: 'lead' }),
  nested('user', 'payment', 'recordedBy { id }', { shows: 'lead' }),
  nested('user', 'opportunity', 'owner { id } notes { author { id } } history { author { id } }', { shows: 'revendeur lead' }),
  root('role', 'roles { id }', { only: 'admins' }),
  ...byId('role', 'admins'),

  root('activity', 'recentActivities(first: 50) { id }'),
  nested('activity', 'customer', `activities${page}`),
  nested('activity', 'customer', `activities${filtered('group: WORK')}`, { shows: 'projectNews missionNews openMissionNews' }),
  nested('activity', 'project', 'timeline(first: 50) { activity { id } }', { shows: 'projectNews missionNews openMissionNews' }),
  root('notification', `notifications${page}`),
  root('savedView', 'savedViews { id }'),
  root('session', 'viewer { sessions { id } }'),
  root('passkey', 'viewer { passkeys { id } }'),
  root('device', 'viewer { devices { id } }'),
  ...byId('auditEntry', 'admins'),
  root('auditEntry', `auditEntries${filtered('subjectType: "Table"')}`, { only: 'admins' }),
  nested('auditEntry', 'customer', 'history(first: 100) { nodes { id } }', { only: 'team', shows: 'auditEntry' }),
  ...byId('mail'),
  root('mail', `mails${page}`),
  ofCustomer('mail', 'mails'),
  nested('mailAttachment', 'mail', 'attachments { id }'),
  ...byId('emailTemplate', 'team'),
  root('emailTemplate', 'emailTemplates { id }', { only: 'team' }),
  root('invitation', `invitations${page}`, { only: 'admins' }),
  root('invitationCustomer', 'invitations(first: 100) { nodes { customers { id } } }', { only: 'admins' }),
  nested('membership', 'customer', 'members { id }', { only: 'team' }),
  nested('consent', 'customer', 'consents { id }', { only: 'members team' }),
  nested('consentEvent', 'customer', 'consents { history { id } }', { only: 'members team' }),
  root('consentText', 'consentTexts { id }', { only: 'members team' }),
  root('contactPurpose', 'contactPurposes { id }', { only: 'members team' }),
  nested('contactRefusal', 'customer', 'contactRefusals { id }', { only: 'team' }),

  ...byId('project'),
  root('project', `projects${page}`),
  root('project', `projects${filtered(`search: "${WORD}"`)}`, { shows: 'project' }),
  ofCustomer('project', 'projects'),
  nested('project', 'customer', `projects${page}`),
  nested('project', 'mission', 'project { id }', { shows: 'project' }),
  nested('project', 'openMission', 'project { id }', { by: 'mission', shows: 'project' }),
  nested('milestone', 'project', 'milestones { id }', { shows: 'milestone' }),
  nested('milestone', 'draftProject', 'milestones { id }', { by: 'project', shows: 'draftMilestone' }),
  nested('milestone', 'project', 'timeline(first: 50) { milestone { id } }', { shows: 'milestone' }),
  nested('comment', 'project', `comments${page}`),

  ...byId('mission'),
  root('mission', `availableMissions${page}`, { shows: 'openMission' }),
  { ...root('mission', `missions${page}`), title: 'missions', whose: 'members revendeur team' },
  { ...root('mission', `missions${page}`, { shows: 'mission' }), title: 'missions of their own', whose: 'prestataire' },
  nested('mission', 'customer', `missions${page}`),
  nested('mission', 'project', `missions${page}`),
  {
    ...root('mission', 'missionApplications(first: 50) { nodes { mission { id } } }', { shows: 'openMission' }),
    from: 'application',
  },
  root('application', `missionApplications${page}`),
  nested('application', 'openMission', 'applications { id }', { by: 'mission' }),
  nested('step', 'mission', 'steps { id }'),

  ...byId('document'),
  root('document', `documents${page}`),
  root('document', `documents${filtered(`search: "${WORD}"`)}`),
  root('document', `documents${filtered(`search: "${SAID}"`)}`),
  ofCustomer('document', 'documents'),
  nested('document', 'customer', `documents${page}`),
  nested('document', 'project', `documents${page}`, { shows: 'internal forClient forPrestataire forEveryone' }),
  nested('document', 'mission', `documents${page}`, { shows: 'internal forClient forPrestataire forEveryone' }),
  nested('documentShare', 'forEveryone', 'shares { id }', { by: 'document', only: 'members revendeur team' }),
  root('file', 'documents(first: 50) { nodes { versions { id } } }'),

  ...byId('order'),
  root('order', `orders${page}`),
  nested('order', 'customer', `orders${page}`, { shows: 'order foundOrder' }),
  nested('orderLine', 'order', 'lines { id }'),
  ...byId('dataSubjectRequest', 'members team'),
  root('dataSubjectRequest', `dataSubjectRequests${page}`, { only: 'members team' }),
  ofCustomer('dataSubjectRequest', 'dataSubjectRequests'),
  nested('dataSubjectRequest', 'customer', 'dataSubjectRequests { id }', { only: 'members team' }),
  nested('customer', 'dataRequest', 'customer { id }', { by: 'dataSubjectRequest', only: 'members team' }),
  ...byId('orderLink', 'team'),
  root('orderLink', 'orderLinkCandidates(first: 100, filter: { status: LINKED }) { totalCount nodes { id } }', {
    shows: 'orderLink',
    only: 'team',
  }),
  nested('order', 'orderLink', 'order { id }', { shows: 'foundOrder', only: 'team' }),
  nested('customer', 'orderLink', 'customer { id }', { only: 'team' }),
  ...byId('orderLinkRun', 'team'),
  root('orderLinkRun', `orderLinkRuns${page}`, { only: 'team' }),
  ...byId('segment', 'team'),
  root('segment', 'segments { id }', { only: 'team' }),
  nested('segment', 'customer', 'segments { id }', { only: 'team' }),
  nested('segmentMember', 'segment', `members${page}`, { only: 'team' }),
  nested('segmentChange', 'segment', `history${page}`, { only: 'team' }),
  nested('customer', 'segment', 'members(first: 9) { nodes { customer { id } } }', { only: 'team' }),
  ...byId('exportRun', 'team'),
  root('exportRun', 'exportRuns(first: 100) { nodes { id } }', { only: 'team' }),
  ...byId('importRun'),
  root('importRun', `importRuns${page}`),
  { ...nested('refusal', 'run', `refusals${page}`, { by: 'importRun' }), once: true },

  ...byId('invoice'),
  root('invoice', `invoices${page}`),
  ofCustomer('invoice', 'invoices'),
  nested('invoice', 'customer', `invoices${page}`),
  nested('invoice', 'payment', 'allocations { invoice { id } }', { shows: 'issued' }),
  {
    ...ofCustomer('invoice', 'transactions', 'issued'),
    title: 'transactions',
    ask: ({ customer }) => [transactions(customer, 'invoice')],
  },
  nested('invoiceLine', 'issued', 'lines { id }', { by: 'invoice', shows: 'issuedLine' }),
  nested('invoiceLine', 'draft', 'lines { id }', { by: 'invoice', shows: 'draftLine' }),
  ...byId('payment'),
  root('payment', `payments${page}`),
  ofCustomer('payment', 'payments'),
  nested('payment', 'issued', 'payments { id }', { by: 'invoice' }),
  { ...ofCustomer('payment', 'transactions'), title: 'transactions', ask: ({ customer }) => [transactions(customer, 'payment')] },
  nested('allocation', 'payment', 'allocations { id }'),
  nested('allocation', 'issued', 'allocations { id }', { by: 'invoice' }),

  ...byId('opportunity'),
  root('opportunity', `opportunities${page}`),
  root('opportunity', `opportunities${filtered(`search: "${WORD}"`)}`),
  ofCustomer('opportunity', 'opportunities'),
  root('opportunity', 'pipeline { opportunities(first: 50) { id } }'),
  nested('opportunity', 'customer', `opportunities${page}`),
  nested('change', 'opportunity', 'history { id }', { shows: 'opportunityChange' }),
  nested('change', 'houseOpportunity', 'history { id }', { by: 'opportunity', shows: 'houseOpportunityChange' }),
  nested('note', 'opportunity', 'notes { id }', { shows: 'opportunityNote' }),
  nested('note', 'houseOpportunity', 'notes { id }', { by: 'opportunity', shows: 'houseOpportunityNote' }),
  root('stage', 'pipeline { id }'),
  { ...nested('stage', 'opportunity', 'stage { id }'), once: true },
];

function transactions(customer: string, part: string): string {
  return `transactions(customerId: "${customer}") { ${part} { id } }`;
}
