import { type MutationRow, row } from './mutation.row.js';

const id = (of: string) => ({ id: of });

/** Rights over data: a client asks for their own; managers answer. */
export const dataRequestMutations: readonly MutationRow[] = [
  row('createDataSubjectRequest', 'customer', (of) => ({ customerIds: [of], right: 'ACCESS' }), {
    members: 'own',
    team: { own: 'BLANK BLANK', foreign: 'BLANK BLANK' },
  }),
  row(
    'createDataSubjectRequest',
    'spareCustomer',
    (of) => ({ customerIds: [of], right: 'ACCESS', origin: 'PHONE', person: 'Léa' }),
    { members: 'none', team: 'all' },
    { title: 'written down' },
  ),
  row('placeLegalHold', 'spareCustomer', (of) => ({ customerId: of, reason: 'Litige' }), { managers: 'all' }),
  row('liftLegalHold', 'hold', id, { managers: 'all' }),
  row('eraseCustomer', 'spareCustomer', (of) => ({ id: of, name: 'À supprimer' }), { admins: 'all' }),
  row('openArchivedInvoice', 'archivedInvoice', (of) => ({ id: of, reason: 'Contrôle' }), { superadmin: 'all' }),
  row('identifyDataSubject', 'dataRequest', (of) => ({ id: of, proof: 'CALL_BACK' }), { managers: 'all' }),
  row('extendDataSubjectRequest', 'dataRequest', (of) => ({ id: of, reason: 'Long' }), { managers: 'all' }),
  row('refuseDataSubjectRequest', 'dataRequest', (of) => ({ id: of, reason: 'Non' }), { managers: 'all' }),
  row('completeDataSubjectRequest', 'sureRequest', (of) => ({ id: of, answer: 'Fait' }), { managers: 'all' }),
  row('liftRestriction', 'restriction', (of) => ({ id: of, reason: 'Vérifié' }), { managers: 'all' }),
  row('prepareDataArchive', 'sureRequest', (of) => ({ requestId: of }), { managers: 'all' }),
  row('deliverDataArchive', 'dataArchive', (of) => ({ id: of, answer: 'Voici' }), { managers: 'all' }),
  row('openDataArchive', 'nothing', () => ({ token: 'none' }), {}, { open: 'ARCHIVE_LINK_OVER' }),
  // Staff write requests down; taking one back is for whoever asked, and who answers.
  row('withdrawDataSubjectRequest', 'dataRequest', id, {
    client: 'own',
    colleague: 'none',
    staff: 'seenAll',
    managers: 'all',
  }),
];
