import { isUUID } from 'class-validator';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { exportRunById } from './export.relations.js';
import { type ExportFormat, type ExportRun, ExportStatus } from './export-run.entity.js';

const mimes: Record<ExportFormat, string> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PDF: 'application/pdf',
};

const path = (id: string): string => `exports/${id}`;

/** The file is there, and it is its maker who asks, as themselves: it holds what they see, which nobody else may. */
const mayFetch = ({ viewer }: Context, run: ExportRun): boolean =>
  run.status === ExportStatus.DONE &&
  run.createdById === viewer.id &&
  viewer.actor === null &&
  viewer.permissions.has('customer.export') &&
  run.expiresAt !== null &&
  run.expiresAt > new Date();

export const downloadUrlOf = (ctx: Context, run: ExportRun): string | null =>
  mayFetch(ctx, run) ? ctx.signedUrl(path(run.id), run.fileName) : null;

/** The file of an export for whoever may fetch it now: an address alone is not enough. */
export async function exportedFile(ctx: Context, id: string) {
  const run: ExportRun | null = isUUID(id) ? await load(ctx, exportRunById, id) : null;
  if (!run?.storageKey || !mayFetch(ctx, run)) return null;
  return { key: run.storageKey, name: run.fileName, mime: mimes[run.format], size: run.size ?? 0, sha256: run.sha256 ?? '' };
}
