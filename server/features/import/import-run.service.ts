import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { claimKey, sweepSoon } from '../../core/storage/unclaimed.js';
import { isTooLarge, type ReceivedFile } from '../../core/upload.js';
import '../document/document.words.js';
import { type Columns, knownField, type Mapping } from './columns.rules.js';
import { FileProblem } from './file-problem.rules.js';
import type { ColumnMappingInput } from './import.input.js';
import { ImportKind, ImportRun, ImportStatus } from './import-run.entity.js';

const FILE = ['input', 'file'];

/** The file as it was sent, or that there is none. */
export const fileOf = (input: { file: Promise<ReceivedFile> }): Promise<ReceivedFile> =>
  input.file.catch(() => {
    throw new UserError('FILE_MISSING', FILE);
  });

/** Keeps the sent file and makes the import of it, which waits for its turn. */
export async function receiveFile(
  ctx: Context,
  input: { file: Promise<ReceivedFile>; dryRun: boolean },
  run: Pick<NewRun, 'kind' | 'currency' | 'options'>,
): Promise<ImportRun> {
  const file = await fileOf(input);
  // Claimed before it is there: whatever fails from here on, the sweep finds the file.
  await claimKey(ctx, file.key);
  const { size } = await ctx.services.storage.put(file.key, file.createReadStream()).catch((error: unknown) => {
    throw isTooLarge(error) ? new UserError('IMPORT_TOO_LARGE', FILE) : error;
  });
  if (size === 0) throw new UserError('EMPTY_IMPORT_FILE', FILE);
  return addRun(ctx, {
    ...run,
    fileName: file.filename.slice(0, 200),
    totalBytes: size,
    storageKey: file.key,
    dryRun: input.dryRun,
  });
}

/** The import is over, so its file goes. */
export async function dropFile(ctx: Context, importRunId: string): Promise<void> {
  await ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    await inside.query(sql`
      insert into unclaimed_file (key, sweep_after) select storage_key, now() from import_run where id = ${importRunId} and storage_key is not null`);
    await inside.query(sql`update import_run set storage_key = null where id = ${importRunId}`);
    await sweepSoon(inside);
  });
}

export interface NewRun {
  kind: ImportKind;
  fileName: string;
  totalBytes: number | null;
  storageKey: string | null;
  dryRun: boolean;
  currency: string | null;
  /** What the sender said about the file. */
  options: object;
}

const actions: Record<ImportKind, string> = {
  [ImportKind.ORDERS]: 'order.import',
  [ImportKind.CUSTOMERS]: 'customer.import',
};

export async function addRun(ctx: Context, run: NewRun): Promise<ImportRun> {
  const made = await ctx.db.save(
    ctx.db.create(ImportRun, {
      ...run,
      status: ImportStatus.QUEUED,
      createdById: ctx.viewer.role === 'system' ? null : ctx.viewer.id,
    }),
  );
  await audit(ctx, actions[run.kind], made, { fileName: [null, run.fileName], dryRun: [null, run.dryRun] });
  await publish(ctx, { topic: 'importRun', id: made.id });
  return made;
}

/** The columns a portal named. */
export function mappingOf<Field extends string>(
  columns: Columns<Field>,
  mapping: readonly ColumnMappingInput[] | null | undefined,
): Mapping<Field> {
  const named: Mapping<Field> = {};
  for (const [i, { field, column }] of (mapping ?? []).entries()) {
    try {
      named[knownField(columns, field)] = column;
    } catch (error) {
      throw error instanceof FileProblem
        ? new UserError(error.code, ['input', 'mapping', String(i), 'field'], error.params)
        : error;
    }
  }
  return named;
}
