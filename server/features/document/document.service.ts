import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { load } from '../../core/loader.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { claimKey, sweepSoon } from '../../core/storage/unclaimed.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity, setAudience } from '../activity/activity.service.js';
import { Reach } from '../user/role.entity.js';
import { Document, DocumentCategory, DocumentVisibility } from './document.entity.js';
import type { RestoreDocumentVersionInput, UpdateDocumentInput, UploadDocumentInput } from './document.input.js';
import { documentById, documentVersionById } from './document.relations.js';
import './document.words.js';
import { placeOf } from './document-place.service.js';
import { renewText, textStateOf } from './document-text.service.js';
import { DocumentVersion } from './document-version.entity.js';
import { extensionsOf } from './file-kind.rules.js';
import { cleanName, endingIn, stemOf } from './file-name.rules.js';
import { type CheckedFile, checkFile } from './received-file.service.js';

const { INTERNAL, CLIENT, PRESTATAIRE, EVERYONE } = DocumentVisibility;

/** What each may choose; the first is what it is unless they do. Nobody hides from their own side what they send. */
const CHOICES: Record<string, readonly DocumentVisibility[]> = {
  [Reach.STAFF]: [INTERNAL, CLIENT, PRESTATAIRE, EVERYONE],
  [Reach.CLIENT]: [CLIENT, EVERYONE],
  [Reach.PRESTATAIRE]: [PRESTATAIRE, EVERYONE],
  [Reach.REVENDEUR]: [CLIENT, INTERNAL],
};

export async function uploadDocument(
  ctx: Context,
  { idempotencyKey: key, file, ...input }: UploadDocumentInput,
): Promise<Document> {
  const asked = { operation: 'uploadDocument', key, input: { ...input, fileName: (await file.catch(() => null))?.filename } };
  return once(
    ctx,
    asked,
    () => (input.documentId == null ? addDocument(ctx, input, file) : addVersion(ctx, input.documentId, input, file)),
    (id) => load(ctx, documentById, id),
  );
}

type Said = Omit<UploadDocumentInput, 'file' | 'idempotencyKey'>;

async function addDocument(ctx: Context, input: Said, file: UploadDocumentInput['file']): Promise<Document> {
  const place = await placeOf(ctx, input);
  const choices = CHOICES[ctx.viewer.reach] ?? [];
  refuseVisibility(choices, input);
  const checked = await checkFile(file, ctx.locale);
  const document = ctx.db.create(Document, {
    ...place,
    id: await newId(ctx),
    category: input.category ?? DocumentCategory.OTHER,
    visibility: input.visibility ?? choices[0],
    uploadedById: ctx.viewer.id,
    versionNumber: 0,
    createdAt: new Date(),
  });
  return store(ctx, document, checked, 'document.upload');
}

async function addVersion(ctx: Context, id: string, input: Said, file: UploadDocumentInput['file']): Promise<Document> {
  const document = await lockVisible(ctx, Document, id);
  authorize(ctx, 'update', document);
  refuseStale(document, input.version);
  const elsewhere = (['customerId', 'projectId', 'missionId'] as const).filter(
    (field) => input[field] != null && input[field] !== document[field],
  );
  refuseIfAny(elsewhere.map((field) => new UserError('ELSEWHERE', ['input', field])));
  if (input.visibility !== document.visibility) refuseVisibility(CHOICES[ctx.viewer.reach] ?? [], input);
  const checked = await checkFile(file, ctx.locale);
  Object.assign(document, { category: input.category ?? document.category, visibility: input.visibility ?? document.visibility });
  return store(ctx, document, checked, 'document.addVersion');
}

function refuseVisibility(choices: readonly DocumentVisibility[], { visibility }: Said): void {
  if (visibility != null && !choices.includes(visibility)) throw new UserError('VISIBILITY_NOT_YOURS', ['input', 'visibility']);
}

async function newId(ctx: Context): Promise<string> {
  const [{ id }] = await ctx.query<{ id: string }>(sql`select uuidv7() as id`);
  return id;
}

/** The key is claimed before the file is there, and the rows come last: whatever fails in between, the sweep finds the file. */
async function store(ctx: Context, document: Document, { file, name, mime }: CheckedFile, action: string): Promise<Document> {
  await claimKey(ctx, file.key);
  const { size, sha256 } = await ctx.services.storage.put(file.key, file.createReadStream());
  return become(ctx, document, { fileName: name, mime, size, sha256, key: file.key, restoredFrom: null }, action);
}

type NewFile = Pick<DocumentVersion, 'fileName' | 'mime' | 'size' | 'sha256' | 'key' | 'restoredFrom'>;

/** The file is the document's latest from now on. */
async function become(ctx: Context, document: Document, file: NewFile, action: string): Promise<Document> {
  const { fileName, mime, size, sha256, restoredFrom } = file;
  const number = document.versionNumber + 1;
  const version = { ...file, id: await newId(ctx), documentId: document.id, number, uploadedById: ctx.viewer.id };
  Object.assign(document, {
    name: await nameWith(ctx, document, fileName, mime),
    mime,
    size,
    textState: textStateOf(mime),
    versionNumber: number,
    versionId: version.id,
    version: number === 1 ? 1 : document.version + 1,
    updatedAt: new Date(),
  });
  await ctx.db.save(document);
  await ctx.db.insert(DocumentVersion, version);
  await renewText(ctx, document);
  await audit(ctx, action, document, {
    version: [number - 1 || null, number],
    sha256: [null, sha256],
    ...(restoredFrom && { restoredFrom: [null, restoredFrom] }),
  });
  await tell(ctx, document, ActivityKind.DOCUMENT_ADDED);
  return document;
}

/** A document is called what its latest file is, unless somebody gave it a name: that stays, with the new file's ending. */
async function nameWith(ctx: Context, { name, versionId }: Document, fileName: string, mime: string): Promise<string> {
  const [latest] = versionId
    ? await ctx.query<{ name: string }>(sql`
    select file_name as name from document_version where id = ${versionId}`)
    : [];
  return latest && latest.name !== name ? endingIn(stemOf(name), extensionsOf(mime)) : fileName;
}

export async function updateDocument(ctx: Context, { id, version, ...input }: UpdateDocumentInput): Promise<Document> {
  const document = await lockVisible(ctx, Document, id);
  authorize(ctx, 'update', document);
  refuseStale(document, version);
  const { category, visibility } = input;
  if (visibility !== document.visibility) refuseVisibility(CHOICES[ctx.viewer.reach] ?? [], input);
  if (input.name != null && cleanName(input.name) === '') throw new UserError('BLANK', ['input', 'name']);
  const name = input.name == null ? undefined : endingIn(cleanName(input.name), extensionsOf(document.mime));
  const fields = { name, category: category ?? undefined, visibility: visibility ?? undefined };
  const changes = changesOf(document, fields);
  if (Object.keys(changes).length > 0) {
    for (const [property, [, after]] of Object.entries(changes)) Object.assign(document, { [property]: after });
    document.version += 1;
    await ctx.db.save(document);
    if (changes.visibility) await setAudience(ctx, { type: 'Document', id }, audienceOf(document));
    await publish(ctx, { topic: 'document', id, about: document.customerId });
  }
  await audit(ctx, 'document.update', document, changes);
  return document;
}

/** As a new version with the same file: what was the latest stays beside it. */
export async function restoreDocumentVersion(ctx: Context, { id, version }: RestoreDocumentVersionInput): Promise<Document> {
  ctx.seek({ type: 'DocumentVersion', id });
  const older = await load(ctx, documentVersionById, id);
  const document = older && (await lockVisible(ctx, Document, older.documentId));
  authorize(ctx, 'update', document);
  refuseStale(document, version);
  if (!older || older.number === document.versionNumber) throw new UserError('LATEST_ALREADY', ['input', 'id']);
  const { key } = await ctx.db.findOneByOrFail(DocumentVersion, { id: older.id });
  const { fileName, mime, size, sha256, number: restoredFrom } = older;
  return become(ctx, document, { fileName, mime, size, sha256, key, restoredFrom }, 'document.restoreVersion');
}

/** Its files go once the deletion is committed. */
export async function deleteDocument(ctx: Context, id: string): Promise<string> {
  const document = await lockVisible(ctx, Document, id);
  authorize(ctx, 'delete', document);
  const proves = await ctx.query(sql`select from consent_event where document_id = ${document.id} limit 1`);
  if (proves.length > 0) throw new UserError('PROOF_OF_CONSENT', ['input', 'id']);
  await ctx.db.delete(Document, { id: document.id });
  await sweepSoon(ctx);
  await audit(ctx, 'document.delete', document, { name: [document.name, null] });
  await tell(ctx, document, ActivityKind.DOCUMENT_DELETED);
  return document.id;
}

/** A name can say much: only what everybody sees is told to everybody. */
const audienceOf = ({ visibility }: Pick<Document, 'visibility'>): Audience =>
  visibility === EVERYONE ? Audience.EVERYONE : Audience.TEAM;

async function tell(ctx: Context, { id, name, category, visibility, customerId }: Document, kind: ActivityKind): Promise<void> {
  const audience = audienceOf({ visibility });
  await noteActivity(ctx, { customerId, kind, details: { name, category }, audience, subject: { type: 'Document', id } });
  await publish(ctx, { topic: 'document', id, about: customerId });
}
