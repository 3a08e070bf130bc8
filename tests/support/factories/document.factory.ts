import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Document, DocumentCategory, DocumentVisibility } from '../../../server/features/document/document.entity.js';
import { DocumentVersion } from '../../../server/features/document/document-version.entity.js';
import type { Answer, Asker, TestServer } from '../server.js';
import { headersOf } from '../server.js';

/** A document of a customer with one version, its file in the storage. */
export async function document(
  { database, product }: Pick<TestServer, 'database' | 'product'>,
  fields: Pick<Document, 'customerId' | 'uploadedById'> & Partial<Document>,
  content: Buffer | string = '%PDF-1.4\n%%EOF\n',
): Promise<Document> {
  const key = `test/${randomUUID()}`;
  const bytes = Buffer.from(content);
  await product.world.services.storage.put(key, Readable.from([bytes]));
  return database.transaction(async (db) => {
    const [{ id: versionId }] = await db.query('select uuidv7() as id');
    const file = { mime: 'application/pdf', size: bytes.length, ...fields };
    const made = await db.save(
      db.create(Document, {
        name: 'Contrat.pdf',
        category: DocumentCategory.CONTRACT,
        visibility: DocumentVisibility.INTERNAL,
        ...file,
        versionNumber: 1,
        versionId,
      }),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { name: fileName, uploadedById } = made;
    await db.insert(DocumentVersion, {
      id: versionId,
      documentId: made.id,
      number: 1,
      fileName,
      mime: file.mime,
      size: file.size,
      sha256,
      key,
      uploadedById,
    });
    return made;
  });
}

/** Another version of it, with the same file; answers the first version's id. */
export function nextVersion({ database }: Pick<TestServer, 'database'>, documentId: string): Promise<string> {
  return database.transaction(async (db) => {
    const [{ version_id: first }] = await db.query('select version_id from document where id = $1', [documentId]);
    const [{ id }] = await db.query(
      `insert into document_version (document_id, number, file_name, mime, size, sha256, key, uploaded_by_id)
        select document_id, 2, file_name, mime, size, sha256, key, uploaded_by_id from document_version where id = $1 returning id`,
      [first],
    );
    await db.query('update document set version_number = 2, version_id = $2 where id = $1', [documentId, id]);
    return first;
  });
}

export const UPLOAD = `mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) {
  document { id name version category visibility mime size versionNumber previewUrl downloadUrl projectId missionId
    versions { number fileName mime size sha256 } uploadedBy { id } viewerCan { update delete } }
  userErrors { path code message } } }`;

/** The form of an upload, by the GraphQL multipart request specification. */
export function uploadForm(input: object, content: Uint8Array | string, name: string, type = ''): FormData {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: UPLOAD, variables: { input: { ...input, file: null } } }));
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.append('0', new File([content as BlobPart], name, { type }));
  return form;
}

export async function upload(
  { origin }: Pick<TestServer, 'origin'>,
  asker: Asker | null,
  input: object,
  content: Uint8Array | string,
  name: string,
  type = '',
  headers: Record<string, string> = { 'apollo-require-preflight': 'true' },
): Promise<Answer & { status: number }> {
  const body = uploadForm(input, content, name, type);
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { ...headersOf(asker), ...headers }, body });
  return { status: response.status, ...((await response.json()) as Answer) };
}
