import { DocumentVisibility } from '../../server/features/document/document.entity.js';
import { document } from '../support/factories/document.factory.js';
import { shareOf } from '../support/factories/share.factory.js';
import type { TestServer } from '../support/server.js';
import { SAID, WORD } from './organisation.world.js';

/** Documents of each visibility, what people of the customer's sent, and links to one of them. */
export async function documentsOf(
  server: TestServer,
  fields: { customerId: string; uploadedById: string },
  work: Record<string, string>,
  { client, colleague, revendeur }: Record<string, string>,
): Promise<Record<string, string>> {
  const { INTERNAL, CLIENT, PRESTATAIRE, EVERYONE } = DocumentVisibility;
  const onMission = { missionId: work.mission, projectId: work.project };
  const wanted = {
    internal: { visibility: INTERNAL, ...onMission },
    forClient: { visibility: CLIENT, ...onMission },
    forPrestataire: { visibility: PRESTATAIRE, ...onMission },
    forEveryone: { visibility: EVERYONE, ...onMission },
    onCustomer: { visibility: EVERYONE },
    /** Sent by people of the customer's, for themselves. */
    colleagueFile: { visibility: INTERNAL, uploadedById: colleague },
    resellerFile: { visibility: INTERNAL, uploadedById: revendeur },
  };
  const made: Record<string, string> = {};
  for (const [name, more] of Object.entries(wanted)) {
    const { id, versionId } = await document(server, { ...fields, name: `${WORD}.pdf`, ...more });
    Object.assign(made, { [name]: id, [`${name}File`]: versionId });
  }
  await server.database.query('update document set words = words_of($2) where customer_id = $1', [fields.customerId, SAID]);
  const shares = { leadShare: fields.uploadedById, clientShare: client, revokedShare: client, resellerShare: revendeur };
  for (const [name, by] of Object.entries(shares))
    made[name] = await shareOf(server, made.forEveryone, by, name === 'revokedShare');
  return made;
}
