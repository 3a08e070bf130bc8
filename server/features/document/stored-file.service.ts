import type { Readable } from 'node:stream';
import { isUUID } from 'class-validator';
import sharp from 'sharp';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { previewOf } from './file-kind.rules.js';

export interface StoredFile {
  documentId: string;
  key: string;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** The file of a document's version. No policy is asked: whoever has a signed address was allowed to have it. */
export async function storedFile(ctx: Context, versionId: string): Promise<StoredFile | null> {
  if (!isUUID(versionId)) return null;
  const [found] = await ctx.query<StoredFile>(sql`
    select document_id as "documentId", key, file_name as name, mime, size::float8 as size, sha256 from document_version where id = ${versionId}`);
  return found ?? null;
}

export const isShownAsItIs = ({ mime }: StoredFile): boolean => previewOf(mime) === 'as it is';
export const isRedrawn = ({ mime }: StoredFile): boolean => previewOf(mime) === 'redrawn';

const MOST_EDGE = 1_600;
/** A small file can unfold into a huge picture. */
const MOST_PIXELS = 100_000_000;

/** The picture anew, small enough for a page: nothing of the sent file's own bytes, place or camera is left in it. */
export async function redraw(picture: Readable): Promise<Buffer> {
  const drawing = sharp({ limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: MOST_EDGE, height: MOST_EDGE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 });
  picture.once('error', (error) => drawing.destroy(error));
  return picture.pipe(drawing).toBuffer();
}
