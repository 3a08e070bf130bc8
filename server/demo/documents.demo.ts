import { createHash } from 'node:crypto';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Document, DocumentCategory, DocumentVisibility } from '../features/document/document.entity.js';
import { DocumentShare } from '../features/document/document-share.entity.js';
import { textStateOf } from '../features/document/document-text.service.js';
import { DocumentVersion } from '../features/document/document-version.entity.js';
import { Mission } from '../features/mission/mission.entity.js';
import { projectOf } from './projects.demo.js';
import type { Scene } from './scene.js';
import { note } from './told.js';
import { files } from './world/files.js';
import { CONSENT_PAPER } from './world/files-kervella.js';
import { draw } from './world/papers.js';
import { photograph } from './world/pictures.js';
import type { Content, PlannedFile, PlannedShare } from './world/planned-file.js';
import { Random } from './world/random.js';

/** A file for each version of each document. */
export const FILE_COUNT = files.reduce((sum, { earlier = [] }) => sum + 1 + earlier.length, 0);

export interface DemoFiles {
  /** The files' bytes, by their keys. */
  bytes: Map<string, Buffer>;
  /** The signed paper with Transports Kervella's consents. */
  proof: string;
}

/** Documents with their versions; each key is used for one file. */
export async function addDocuments(scene: Scene, keys: readonly string[]): Promise<DemoFiles> {
  const random = scene.random('documents');
  const left = [...keys];
  const bytes = new Map<string, Buffer>();
  const ids = new Map<string, string>();
  for (const file of files) ids.set(file.name, await document(scene, random, file, () => left.pop()!, bytes));
  return { bytes, proof: ids.get(CONSENT_PAPER)! };
}

async function document(
  scene: Scene,
  random: Random,
  file: PlannedFile,
  nextKey: () => string,
  bytes: Map<string, Buffer>,
): Promise<string> {
  const { clock, rows } = scene;
  const { customer, name, category, visibility, by, project, mission } = file;
  const customerId = scene.customer(customer).id;
  const mime = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', csv: 'text/csv' }[name.split('.').at(-1)!]!;
  const times = [...(file.earlier ?? []), file.daysAgo].map((daysAgo) =>
    clock.past(daysAgo, random.between(8, daysAgo === 0 ? 10 : 17), random.between(0, 59)),
  );
  const id = random.id(times[0]);
  const versions = [];
  for (const [i, at] of times.entries()) {
    const key = nextKey();
    const content = await made(file.content, clock.day(at));
    bytes.set(key, content);
    versions.push({
      id: random.id(at),
      documentId: id,
      number: i + 1,
      fileName: name,
      mime,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      key,
      uploadedById: scene.people[by],
      createdAt: at,
    });
  }
  const latest = versions.at(-1)!;
  rows.add(Document, {
    id,
    customerId,
    projectId: project ? projectOf(scene, customerId, project).id : null,
    missionId: mission ? scene.rows.of(Mission).find(({ title }) => title === mission)!.id : null,
    name,
    category: DocumentCategory[category],
    visibility: DocumentVisibility[visibility],
    mime,
    size: latest.size,
    textState: textStateOf(mime),
    versionNumber: latest.number,
    versionId: latest.id,
    uploadedById: scene.people[by],
    createdAt: times[0],
    updatedAt: latest.createdAt,
  });
  for (const planned of file.shares ?? []) rows.add(DocumentShare, shareOf(scene, random, id, planned, scene.people[by]));
  for (const version of versions) {
    rows.add(DocumentVersion, version);
    note(scene, random, {
      customerId,
      kind: ActivityKind.DOCUMENT_ADDED,
      at: version.createdAt,
      author: by,
      details: { name, category },
      audience: visibility === 'EVERYONE' ? 'EVERYONE' : 'TEAM',
      subject: { type: 'Document', id },
    });
  }
  return id;
}

/** Nobody has its token: a link is shown once, to whoever makes it. */
function shareOf({ clock }: Scene, random: Random, documentId: string, planned: PlannedShare, createdById: string) {
  const { recipient, daysAgo, days, downloads, mostDownloads = null } = planned;
  const createdAt = clock.past(daysAgo, 10, random.between(0, 59));
  const id = random.id(createdAt);
  return {
    id,
    documentId,
    recipient,
    mostDownloads,
    downloads,
    createdById,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * 86_400_000),
    lastUsedAt: clock.past(Math.max(daysAgo - 1, 0), 11, random.between(0, 59)),
    tokenHash: createHash('sha256').update(`demo ${id}`).digest('base64url'),
  };
}

function made(content: Content, day: string): Buffer | Promise<Buffer> {
  if ('shape' in content) return photograph(content.shape, content.format);
  if ('sensors' in content) return temperatures(content.sensors);
  return draw({ ...content, day });
}

/** A month of temperatures, an hour a line, as French spreadsheets read them. */
function temperatures(sensors: readonly string[]): Buffer {
  const random = new Random('prisme temperatures');
  const lines = Array.from({ length: 31 * 24 }, (_, hour) => {
    const warmer = Math.sin(((hour % 24) - 9) / 4) * 0.5;
    const values = sensors.map(() => (2.2 + warmer + random.between(-4, 4) / 10).toFixed(1).replace('.', ','));
    return [`${String(Math.floor(hour / 24) + 1).padStart(2, '0')} ${String(hour % 24).padStart(2, '0')}:00`, ...values].join(
      ';',
    );
  });
  return Buffer.from(`\ufeffJour et heure;${sensors.join(';')}\r\n${lines.join('\r\n')}\r\n`);
}
