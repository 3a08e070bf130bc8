import { WORD } from './organisation.world.js';
import { byId, list, type QueryRow, row } from './query.row.js';

/** What each may ask, and whether they find their own and the other organisation's. Whoever is not named is refused. */
export const queries: readonly QueryRow[] = [
  // Customers: members their own, a prestataire whom they work for, a reseller whom they sell to.
  byId('customer', 'customer', { members: 'own', prestataire: 'own', revendeur: 'own', team: 'all' }),
  list('customers', 'customer', { members: 'own', prestataire: 'own', revendeur: 'own', team: 'all' }),
  row('searchCustomers', `{ it: searchCustomers(first: 10, search: "${WORD}") { id } }`, 'customer', {
    members: 'own',
    prestataire: 'own',
    revendeur: 'own',
    team: 'all',
  }),
  row('customerStats', '{ it: customerStats { total } }', '', { members: 1, prestataire: 1, revendeur: 1, team: 2 }),
  row('validateSiret', '{ it: validateSiret(siret: "35600000000048") { siren } }', '', { revendeur: 'ok', team: 'ok' }),
  row('validateCustomer', '{ it: validateCustomer(input: { name: "x" }) { userErrors { code } } }', '', {
    revendeur: 'ok',
    team: 'ok',
  }),
  // How we sort customers is not for them to read, nor for those who work for them.
  row('customerTags', '{ it: customerTags }', 'tag', { revendeur: 'own', team: 'all' }),
  row('recentActivities', '{ it: recentActivities(first: 50) { id } }', 'projectNews', {
    members: 'own',
    prestataire: 'own',
    revendeur: 'own',
    team: 'all',
  }),
  // Consents are the customer's own business and ours.
  row('consentTexts', '{ it: consentTexts { id } }', '', { members: 'ok', team: 'ok' }),
  list('consentRegister', 'consentEvent', { team: 'all' }),
  row('contactPurposes', '{ it: contactPurposes { id } }', '', { members: 'ok', team: 'ok' }),
  row(
    'contactAnswers',
    'query ($id: ID!) { it: contactAnswers(customerId: $id) { purpose } }',
    'anyPurpose',
    { members: 'own', team: 'all' },
    {
      by: 'customer',
    },
  ),

  byId('project', 'project', { members: 'own', prestataire: 'own', revendeur: 'own', team: 'all' }),
  byId('project', 'draftProject', { members: 'none', prestataire: 'none', revendeur: 'none', team: 'all' }, 'a draft'),
  list('projects', 'project', { members: 'own', prestataire: 'own', revendeur: 'own', team: 'all' }),
  row('projectStats', '{ it: projectStats { total } }', '', { members: 1, prestataire: 1, revendeur: 1, team: 4 }),

  // Missions: who does them, and those they are done for. Open ones are for every prestataire.
  byId('mission', 'mission', { members: 'own', prestataire: 'own', team: 'all' }),
  byId('mission', 'openMission', { members: 'own', prestataire: 'all', team: 'all' }, 'an open one'),
  byId('mission', 'draftMission', { members: 'none', prestataire: 'none', team: 'all' }, 'a draft'),
  list('missions', 'mission', { members: 'own', prestataire: 'own', team: 'all' }),
  list('availableMissions', 'openMission', { members: 'own', prestataire: 'all', team: 'all' }),
  row('missionStats', '{ it: missionStats { total available } }', '', {
    members: { is: { total: 3, available: 1 } },
    prestataire: { is: { total: 1, available: 2 } },
    team: { is: { total: 8, available: 2 } },
  }),
  list('missionApplications', 'application', { members: 'none', prestataire: 'own', team: 'all' }),

  // Documents: by their visibility; a member needs the part.
  byId('document', 'forEveryone', { client: 'own', colleague: 'none', prestataire: 'own', revendeur: 'own', team: 'all' }),
  byId(
    'document',
    'forClient',
    { client: 'own', colleague: 'none', prestataire: 'none', revendeur: 'own', team: 'all' },
    'for the client',
  ),
  byId(
    'document',
    'forPrestataire',
    { client: 'none', colleague: 'none', prestataire: 'own', revendeur: 'none', team: 'all' },
    'for the prestataire',
  ),
  byId(
    'document',
    'internal',
    { client: 'none', colleague: 'none', prestataire: 'none', revendeur: 'none', team: 'all' },
    'an internal one',
  ),
  list('documents', 'forEveryone', { client: 'own', colleague: 'none', prestataire: 'own', revendeur: 'own', team: 'all' }),
  row('documentShare', '{ it: documentShare(token: "none") { name } }', '', { everyone: { is: null } }, { open: true }),
  row(
    'contactPreferences',
    '{ it: contactPreferences(token: "none") { state } }',
    '',
    { everyone: { is: { state: 'UNKNOWN' } } },
    {
      open: true,
    },
  ),
  row('documentCategories', '{ it: documentCategories { count } }', '', {
    client: 3,
    colleague: 1,
    prestataire: 2,
    revendeur: 4,
    team: 14,
  }),

  // Money: a member needs the part, a prestataire sees none of it.
  byId('invoice', 'issued', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  byId('invoice', 'draft', { client: 'none', colleague: 'none', revendeur: 'none', team: 'all' }, 'a draft'),
  list('invoices', 'issued', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  byId('payment', 'payment', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  list('payments', 'payment', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  row(
    'transactions',
    'query ($id: ID!) { it: transactions(first: 50, customerId: $id) { id } }',
    'payment',
    { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' },
    { by: 'customer' },
  ),
  byId('order', 'order', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  byId('order', 'foundOrder', { client: 'none', colleague: 'none', revendeur: 'none', team: 'all' }, 'found by comparison'),
  byId('dataSubjectRequest', 'dataRequest', { client: 'own', colleague: 'none', team: 'all' }),
  list('dataSubjectRequests', 'dataRequest', { client: 'own', colleague: 'none', team: 'all' }),
  byId('orderLink', 'orderLink', { team: 'all' }),
  list('orderLinkCandidates', 'orderLink', { team: 'all' }, '(first: 100, filter: { status: LINKED })'),
  byId('orderLinkRun', 'linkRun', { team: 'all' }),
  list('orderLinkRuns', 'linkRun', { team: 'all' }),
  // How we sort customers is ours.
  byId('segment', 'segment', { team: 'all' }),
  row('segments', '{ it: segments { id } }', 'segment', { team: 'all' }),
  row('segmentFields', '{ it: segmentFields { key } }', '', { managers: 'ok' }),
  row('segmentPreview', '{ it: segmentPreview(rule: { version: 1 }) { count } }', '', { managers: 'ok' }),
  byId('customerDuplicate', 'customerDuplicate', { team: 'all' }),
  list('customerDuplicates', 'customerDuplicate', { team: 'all' }),
  byId('customerMerge', 'customerMerge', { team: 'all' }),
  list('customerMerges', 'customerMerge', { team: 'all' }),
  row(
    'customerMergePreview',
    'query ($id: ID!) { it: customerMergePreview(survivorId: $id, otherId: $id) { survivor { id } } }',
    'customer',
    { managers: 'none' },
  ),
  list('orders', 'order', { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' }),
  row('healthWeights', '{ it: healthWeights { rhythm } }', '', { team: 'ok' }),
  row('portfolio', '{ it: portfolio { customers } }', '', { team: 'ok' }),
  row('figuresRun', '{ it: figuresRun { status } }', '', { team: 'ok' }),
  row('lifetimeFits', '{ it: lifetimeFits { currency } }', '', { team: 'ok' }),
  byId('exportRun', 'clientExport', { staff: 'none', manager: 'none', admins: 'all' }),
  list('exportRuns', 'clientExport', { staff: 'none', manager: 'none', admins: 'all' }),
  byId('importRun', 'run', { managers: 'all' }),
  list('importRuns', 'run', { managers: 'all' }),
  row('customerImportPreview', '{ it: customerImportPreview(input: { rows: [["Nom"], ["Armor"]] }) { headers } }', 'nothing', {
    managers: 'ok',
  }),

  // Sales: the reseller's own, and ours.
  byId('opportunity', 'opportunity', { revendeur: 'own', team: 'all' }),
  byId('opportunity', 'houseOpportunity', { revendeur: 'none', team: 'all' }, 'sold by us to a customer of the reseller'),
  list('opportunities', 'opportunity', { revendeur: 'own', team: 'all' }),
  row('pipeline', '{ it: pipeline { opportunities(first: 50) { id } } }', 'opportunity', { revendeur: 'own', team: 'all' }),
  row('pipelineStats', '{ it: pipelineStats { openCount } }', '', { revendeur: 1, team: 4 }),

  // Everybody's own.
  row('viewer', '{ it: viewer { id } }', '', { everyone: 'ok' }),
  list('notifications', 'clientNotice', { everyone: 'none', client: 'own' }),
  row('followsNewCustomers', '{ it: followsNewCustomers }', '', { team: 'ok' }),
  row('savedViews', '{ it: savedViews { id } }', 'clientView', { everyone: 'none', client: 'own' }),
  row('unreadNotificationCount', '{ it: unreadNotificationCount }', '', { everyone: 1 }),
  row(
    'dashboard',
    `{ it: dashboard { client { openProjects unpaidInvoices } prestataire { assigned available }
      revendeur { customers openOpportunities } superadmin { customers openProjects } } }`,
    '',
    {
      client: { is: { client: { openProjects: 1, unpaidInvoices: 1 }, prestataire: null, revendeur: null, superadmin: null } },
      colleague: { is: { client: { openProjects: 1, unpaidInvoices: 0 }, prestataire: null, revendeur: null, superadmin: null } },
      prestataire: { is: { client: null, prestataire: { assigned: 1, available: 2 }, revendeur: null, superadmin: null } },
      revendeur: { is: { client: null, prestataire: null, revendeur: { customers: 1, openOpportunities: 1 }, superadmin: null } },
      team: { is: { client: null, prestataire: null, revendeur: null, superadmin: { customers: 2, openProjects: 2 } } },
    },
  ),
  row('node', 'query ($id: ID!) { it: node(id: $id) { id } }', 'customer', {
    members: 'own',
    prestataire: 'own',
    revendeur: 'own',
    team: 'all',
  }),

  // The house itself.
  byId('user', 'client', { team: 'all' }),
  list('users', 'client', { team: 'all' }),
  row('roles', '{ it: roles { id } }', 'role', { admins: 'all' }),
  byId('role', 'role', { admins: 'all' }),
  row('permissions', '{ it: permissions { key } }', '', { admins: 'ok' }),
  row('accessTypes', '{ it: accessTypes { name } }', '', { superadmin: 'ok' }),
  row(
    'explainAccess',
    'query ($id: ID!) { it: explainAccess(input: { userId: $id, typeName: "Customer", id: $id }) { userId } }',
    'client',
    { superadmin: 'all' },
  ),
  byId('mail', 'mail', { admins: 'all' }),
  list('mails', 'mail', { admins: 'all' }),
  row('customFields', '{ it: customFields { id } }', 'customField', { revendeur: 'all', team: 'all' }),
  byId('emailTemplate', 'emailTemplate', { team: 'all' }),
  row('emailTemplates', '{ it: emailTemplates { id } }', 'emailTemplate', { team: 'all' }),
  row('emailVariables', '{ it: emailVariables { name } }', '', { team: 'ok' }),
  row(
    'emailPreview',
    'query ($id: ID!) { it: emailPreview(input: { customerId: $id, subject: "{{customer.name}}", body: "x", purpose: SERVICE }) { subject } }',
    'customerName',
    { team: 'all' },
    { by: 'customer' },
  ),
  row('settings', '{ it: settings { magicLink } }', '', { superadmin: 'ok' }),
  row('suggestCommunes', '{ it: suggestCommunes(postalCode: "29") { code } }', '', { everyone: 'ok' }),
  row('customersNear', '{ it: customersNear(latitude: 48.39, longitude: -4.49, first: 100) { customer { id } } }', 'customer', {
    members: 'own',
    prestataire: 'own',
    revendeur: 'own',
    team: 'all',
  }),
  row('mapTiles', '{ it: mapTiles { url } }', '', { everyone: { is: null } }),
  row('geocodeAddress', '{ it: geocodeAddress(input: { postalCode: "29200", city: "Brest" }) { precision } }', '', {
    revendeur: 'ok',
    team: 'ok',
  }),
  row('signInOptions', '{ it: signInOptions { magicLink } }', '', { everyone: 'ok' }, { open: true }),
  list('invitations', 'invitation', { admins: 'all' }),
  row('invitation', '{ it: invitation(token: "none") { status } }', '', { everyone: { is: null } }, { open: true }),
  row('mailedLink', '{ it: mailedLink(token: "none") { state } }', '', { everyone: 'ok' }, { open: true }),
  row(
    'passwordAdvice',
    '{ it: passwordAdvice(input: { password: "x" }) { acceptable } }',
    '',
    { everyone: 'ok' },
    { open: true },
  ),
  byId('mail', 'secretMail', { admins: 'none', superadmin: 'all' }, 'with a way in'),
  byId('auditEntry', 'auditEntry', { admins: 'all' }),
  byId('auditEntry', 'readEntry', { admins: 'all' }, 'of a reading'),
  list('auditEntries', 'readEntry', { admins: 'all' }, '(first: 100, filter: { subjectType: "Table" })'),
  row('auditActions', '{ it: auditActions }', '', { admins: 'ok' }),
  row('auditStatus', '{ it: auditStatus { unsealed } }', '', { admins: 'ok' }),
  row('systemStatus', '{ it: systemStatus { version } }', '', { admins: 'ok' }),
];
