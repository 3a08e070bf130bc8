import { type Cells, cellsOf, type Row } from './access.row.js';

export interface SubscriptionRow extends Row {
  topic: string;
  /** The name of what it happens to; about a user, what follows the role in that name. */
  object: string;
  /** The name of what the happening is about. */
  about: string;
  /** It is told at once, and again as others come and go: how often says nothing. */
  often?: true;
}

const row = (field: string, query: string, topic: string, object: string, cells: Cells, about = 'customer'): SubscriptionRow => ({
  field: `Subscription.${field}`,
  title: '',
  query: `subscription { it: ${field}${query} }`,
  topic,
  object,
  about,
  cells: cellsOf(cells),
});

/** What each is told of: something of the other organisation happens first, then something of their own. */
export const subscriptions: readonly SubscriptionRow[] = [
  row('customerChanged', ' { id customer { id } }', 'customer', 'customer', {
    members: 'own',
    prestataire: 'own',
    revendeur: 'own',
    team: 'all',
  }),
  row('opportunityChanged', ' { id }', 'opportunity', 'opportunity', { revendeur: 'own', team: 'all' }),
  row('missionChanged', ' { id }', 'mission', 'mission', { members: 'own', prestataire: 'own', team: 'all' }),
  // Even the highest hear of their own only: the client's is the other happening here.
  row('notificationReceived', ' { id }', 'notification', 'Notice', { everyone: 'own' }, 'user'),
  row('exportRunChanged', ' { id }', 'exportRun', 'Export', { team: 'own', admins: 'all' }, 'user'),
  {
    ...row('customerPresence', '(customerId: "CUSTOMER") { id }', 'presence', 'customer', { team: 'own' }),
    often: true,
  },
  row('importRunChanged', '(id: "RUN") { id }', 'importRun', 'run', { managers: 'own' }),
];
