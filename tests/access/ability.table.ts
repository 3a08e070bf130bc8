import { type AbilityRow, byId, later, row } from './ability.row.js';
import type { Org } from './organisation.world.js';

const shares = ({ forEveryone }: Org) => `document(id: "${forEveryone}") { shares { CAN } }`;
const archives = ({ dataRequest }: Org) => `dataSubjectRequest(id: "${dataRequest}") { archives { CAN } }`;
const breachOpen = { update: 'managers', addEntry: 'managers', close: 'managers' };

/** What each is shown controls for, which is what the verbs of the policies say; by state where the state counts. */
export const abilities: readonly AbilityRow[] = [
  // Restricted, it is changed by who answers requests.
  later(
    byId('customer', 'customer', {
      update: 'revendeur team',
      changeStatus: 'managers',
      export: 'team',
      addActivity: 'revendeur team',
      uploadDocument: 'members revendeur team',
      recordConsent: 'members team',
      duplicate: 'managers',
      delete: 'admins',
      merge: 'managers',
      erase: 'admins',
      sendEmail: 'team',
      createInvoice: 'team',
      createProject: 'team',
      createMission: 'team',
      addVehicle: 'team',
      createWorkOrder: 'team',
    }),
    'restricted_at',
    '2026-01-01',
    { update: 'managers' },
  ),
  row('vehicle', 'vehicle', ({ customer }) => `customer(id: "${customer}") { vehicles { CAN } }`, {
    update: 'team',
    delete: 'team',
  }),
  row('workOrder', 'workOrder', ({ customer }) => `customer(id: "${customer}") { workOrders { CAN } }`, {
    update: 'team',
    start: 'team',
    finish: '',
    plan: '',
    cancel: 'team',
  }),
  row('workOrder', 'begunOrder', ({ customer }) => `customer(id: "${customer}") { workOrders { CAN } }`, {
    update: 'team',
    start: '',
    finish: 'team',
    plan: 'team',
    cancel: 'team',
  }),
  row('activity', 'teamNote', ({ customer }) => `customer(id: "${customer}") { activities(first: 50) { nodes { CAN } } }`, {
    pin: 'team',
    update: 'revendeur',
    delete: 'revendeur',
  }),

  byId('orderLink', 'orderLink', { accept: '', refuse: 'team', undo: 'team' }, 'team'),
  byId('orderLink', 'proposedLink', { accept: 'team', refuse: 'team', undo: '' }, 'team'),
  later(
    byId('customerDuplicate', 'customerDuplicate', { merge: 'managers', refuse: 'managers', undo: '' }, 'team'),
    'status',
    'REFUSED',
    {
      merge: '',
      refuse: '',
      undo: 'managers',
    },
  ),
  byId('customerMerge', 'customerMerge', { split: 'managers' }, 'team'),
  byId('orderLinkRun', 'linkRun', { undo: 'managers' }, 'team'),
  row('customField', 'customField', () => 'customFields { CAN }', { update: 'superadmin' }, 'revendeur team'),
  row('contactPurpose', 'contactPurpose', () => 'contactPurposes { CAN }', { update: 'superadmin' }, 'members team'),
  row('retentionRule', 'retentionRule', () => 'retentionRules { CAN }', { update: 'superadmin' }, 'admins'),
  byId('emailTemplate', 'emailTemplate', { update: 'superadmin', delete: 'superadmin' }, 'team'),
  // What the team shares is for managers to look after; one's own is one's own.
  byId('segment', 'segment', { update: 'managers', delete: 'managers', restore: '' }, 'team'),
  byId('segment', 'deliveredSegment', { update: 'managers', delete: '', restore: 'managers' }, 'team'),
  row('savedView', 'teamView', () => 'savedViews { CAN }', { update: 'managers', delete: 'managers' }),
  row('savedView', 'staffView', () => 'savedViews { CAN }', { update: 'staff', delete: 'staff' }),

  // A document is changed by us and by whoever sent it.
  byId('document', 'forEveryone', { update: 'team', share: 'client revendeur team', delete: 'team' }),
  byId('document', 'colleagueFile', { update: 'colleague team', share: 'colleague team', delete: 'colleague team' }),
  row('documentShare', 'clientShare', shares, { revoke: 'client team' }, 'members revendeur team'),
  row('documentShare', 'revokedShare', shares, { revoke: '' }, 'members revendeur team'),

  byId('invoice', 'draft', { update: 'team', issue: 'team', delete: 'team', pay: '' }),
  byId('invoice', 'issued', { update: '', issue: '', delete: '', pay: 'client team' }),

  // The prestataire does the mission, we give it and judge it.
  byId('mission', 'mission', {
    update: 'team',
    changeStatus: 'prestataire team',
    assign: 'team',
    decideApplications: 'team',
    apply: '',
    uploadDocument: 'prestataire team',
  }),
  byId('mission', 'openMission', {
    update: 'team',
    changeStatus: 'team',
    assign: 'team',
    decideApplications: 'team',
    apply: 'prestataire',
    uploadDocument: 'team',
  }),
  byId('mission', 'fellowMission', { update: 'team', changeStatus: 'team', apply: '', uploadDocument: 'team' }),
  row('application', 'application', ({ openMission }) => `mission(id: "${openMission}") { applications { CAN } }`, {
    decide: 'team',
  }),

  byId('processingActivity', 'processingActivity', { update: 'managers' }, 'managers'),
  byId('processor', 'processor', { update: 'managers' }, 'managers'),
  byId('dataBreach', 'dataBreach', { ...breachOpen, notify: 'managers', tellPeople: 'managers' }, 'managers'),
  // Without a risk nobody is told.
  byId('dataBreach', 'harmlessBreach', { ...breachOpen, notify: '', tellPeople: '' }, 'managers'),
  // Closed: only what comes out later is still written down.
  byId('dataBreach', 'closedBreach', { update: '', notify: '', tellPeople: '', addEntry: 'managers', close: '' }, 'managers'),

  // A client's is over already.
  later(
    row(
      'legalHold',
      'legalHold',
      ({ customer }) => `customer(id: "${customer}") { legalHolds { CAN } }`,
      { lift: '' },
      'managers',
    ),
    'lifted_at',
    null,
    { lift: 'managers' },
  ),
  later(
    byId(
      'dataSubjectRequest',
      'dataRequest',
      {
        identify: 'managers',
        extend: 'managers',
        refuse: 'managers',
        complete: '',
        prepareArchive: '',
        withdraw: 'client managers',
      },
      'members team',
    ),
    'status',
    'IDENTIFIED',
    {
      identify: '',
      extend: 'managers',
      refuse: 'managers',
      complete: 'managers',
      prepareArchive: 'managers',
      withdraw: 'client managers',
    },
  ),
  byId('dataSubjectRequest', 'restrictionRequest', { liftRestriction: 'managers', withdraw: '' }, 'members team'),
  row('dataArchive', 'dataArchive', archives, { deliver: '' }, 'client managers'),
  row('dataArchive', 'waitingArchive', archives, { deliver: 'managers' }, 'client managers'),
  byId('exportRun', 'staffExport', { cancel: 'staff admins' }, 'team'),
  byId('exportRun', 'clientExport', { cancel: '' }, 'team'),

  byId('opportunity', 'opportunity', {
    update: 'revendeur team',
    changeStage: 'revendeur team',
    addNote: 'revendeur team',
    delete: 'revendeur team',
  }),

  byId('project', 'project', {
    update: 'team',
    changeStatus: 'team',
    addMilestone: 'team',
    comment: 'members prestataire team',
    commentForTeam: 'team',
    createMission: 'team',
    uploadDocument: 'members prestataire team',
  }),
  row('milestone', 'milestone', ({ project }) => `project(id: "${project}") { milestones { CAN } }`, {
    complete: '',
    reopen: 'team',
  }),
  row('milestone', 'draftMilestone', ({ draftProject }) => `project(id: "${draftProject}") { milestones { CAN } }`, {
    complete: 'team',
    reopen: '',
  }),

  // People and roles: admins, of those below them.
  byId(
    'user',
    'client',
    {
      update: 'admins',
      suspend: 'admins',
      reactivate: 'admins',
      endSessions: 'admins',
      delete: 'admins',
      assignRoles: 'admins',
      viewAs: 'superadmin',
    },
    'team',
  ),
  row('role', 'role', () => 'roles { CAN }', { update: 'admins', delete: '', give: 'admins' }, 'admins'),
  row('role', 'ownRole', () => 'roles { CAN }', { update: 'admins', delete: 'admins', give: 'admins' }, 'admins'),
  row(
    'invitation',
    'invitation',
    () => 'invitations(first: 100) { nodes { CAN } }',
    { resend: 'admins', revoke: 'admins' },
    'admins',
  ),
  row(
    'membership',
    'membership',
    ({ customer }) => `customer(id: "${customer}") { members { CAN } }`,
    { update: 'admins', end: 'admins' },
    'team',
  ),
  row('invitation', 'revokedInvitation', () => 'invitations(first: 100) { nodes { CAN } }', { resend: '', revoke: '' }, 'admins'),
];
