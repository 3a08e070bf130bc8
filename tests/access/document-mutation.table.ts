import { type MutationRow, row } from './mutation.row.js';

const id = (of: string) => ({ id: of });
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n';

/** What each may do with documents, on their own organisation's and on the other's. */
export const documentMutations: readonly MutationRow[] = [
  // Files: where one works or belongs. A member needs the part.
  row(
    'uploadDocument',
    'customer',
    (of) => ({ customerId: of }),
    { client: 'own', colleague: 'seen', prestataire: 'seen', revendeur: 'own', team: 'all' },
    { title: 'for a customer', file: pdf },
  ),
  row(
    'uploadDocument',
    'project',
    (of) => ({ projectId: of }),
    { client: 'own', colleague: 'seen', prestataire: 'own', revendeur: 'seen', team: 'all' },
    { title: 'for a project', file: pdf },
  ),
  row(
    'uploadDocument',
    'mission',
    (of) => ({ missionId: of }),
    { client: 'seen', colleague: 'seen', prestataire: 'own', revendeur: 'none', team: 'all' },
    { title: 'for a mission', file: pdf },
  ),
  row(
    'uploadDocument',
    'sharedFile',
    (of) => ({ documentId: of }),
    { client: 'seen', colleague: 'none', prestataire: 'seen', revendeur: 'seen', team: 'all' },
    { title: 'as a new version of somebody else’s', file: pdf },
  ),
  row(
    'uploadDocument',
    'ownFile',
    (of) => ({ documentId: of }),
    { client: 'own', colleague: 'own', prestataire: 'own', revendeur: 'own', team: 'all' },
    { title: 'as a new version of one’s own', file: pdf },
  ),
  row(
    'updateDocument',
    'sharedFile',
    (of) => ({ id: of, name: 'Autre', category: 'PLAN' }),
    { client: 'seen', colleague: 'none', prestataire: 'seen', revendeur: 'seen', team: 'all' },
    { title: 'somebody else’s' },
  ),
  row(
    'updateDocument',
    'internalFile',
    (of) => ({ id: of, visibility: 'EVERYONE' }),
    { client: 'none', colleague: 'none', prestataire: 'none', revendeur: 'none', team: 'all' },
    { title: 'an internal one' },
  ),
  row(
    'updateDocument',
    'ownFile',
    (of) => ({ id: of, name: 'Autre' }),
    { client: 'own', colleague: 'own', prestataire: 'own', revendeur: 'own', team: 'all' },
    { title: 'one’s own' },
  ),
  row(
    'restoreDocumentVersion',
    'sharedVersion',
    id,
    { client: 'seen', colleague: 'none', prestataire: 'seen', revendeur: 'seen', team: 'all' },
    { title: 'of somebody else’s document' },
  ),
  row(
    'restoreDocumentVersion',
    'internalVersion',
    id,
    { client: 'none', colleague: 'none', prestataire: 'none', revendeur: 'none', team: 'all' },
    { title: 'of an internal document' },
  ),
  row(
    'restoreDocumentVersion',
    'ownVersion',
    id,
    { client: 'own', colleague: 'own', prestataire: 'own', revendeur: 'own', team: 'all' },
    { title: 'of one’s own document' },
  ),
  row(
    'shareDocument',
    'sharedFile',
    (of) => ({ documentId: of, expiresAt: new Date(Date.now() + 86_400_000) }),
    { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' },
    { title: 'one that everybody sees' },
  ),
  row(
    'shareDocument',
    'internalFile',
    (of) => ({ documentId: of, expiresAt: new Date(Date.now() + 86_400_000) }),
    { members: 'none', revendeur: 'none', team: 'all' },
    { title: 'an internal one' },
  ),
  row('revokeDocumentShare', 'share', id, { members: 'none', revendeur: 'none', team: 'all' }, { title: 'somebody else’s' }),
  row(
    'revokeDocumentShare',
    'ownShare',
    id,
    { client: 'own', colleague: 'none', revendeur: 'own', team: 'all' },
    { title: 'one’s own' },
  ),
  row('openDocumentShare', 'nothing', () => ({ token: 'none' }), {}, { open: 'SHARE_OVER' }),
  row(
    'deleteDocument',
    'sharedFile',
    id,
    { client: 'seen', colleague: 'none', prestataire: 'seen', revendeur: 'seen', team: 'all' },
    { title: 'somebody else’s' },
  ),
  row(
    'deleteDocument',
    'internalFile',
    id,
    { client: 'none', colleague: 'none', prestataire: 'none', revendeur: 'none', team: 'all' },
    { title: 'an internal one' },
  ),
  // Whoever has no more to do with the customer has nothing more to do with what they once uploaded there.
  row(
    'deleteDocument',
    'ownFile',
    id,
    { client: 'own', colleague: 'own', prestataire: 'own', revendeur: 'own', team: 'all' },
    { title: 'one’s own' },
  ),
];
