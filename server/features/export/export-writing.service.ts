import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { load } from '../../core/loader.js';
import { sql } from '../../core/sql.js';
import { claimKey, dropUnclaimed, keepKey, reserveKeys } from '../../core/storage/unclaimed.js';
import { customerById } from '../customer/customer.relations.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { csvOf } from './csv.rules.js';
import {
  countConsents,
  countCustomers,
  countPart,
  sheetOfConsents,
  sheetOfCustomers,
  sheetOfPart,
  sheetsOfCustomer,
} from './customer-sheets.service.js';
import { ExportFormat, ExportKind, type ExportRun } from './export-run.entity.js';
import { jsonOf } from './json.rules.js';
import { pdfOf } from './pdf.rules.js';
import { type Register, registerParts } from './register-parts.relations.js';
import { headingOf, type Sheet } from './sheet.rules.js';
import { xlsxOf } from './xlsx.rules.js';

/** How long a file is kept: it holds people's data, so no longer than it takes to fetch it. */
const KEPT_DAYS = 3;
const TOLD_EVERY_MS = 500;

/** Somebody stopped it meanwhile. */
class Cancelled extends Error {}

/** It can't be made, for a reason the person should know. */
class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What an export of this kind takes, asked again when it is written. */
const needed: Record<ExportKind, string> = {
  CUSTOMER: 'customer.export',
  CUSTOMERS: 'customer.exportMany',
  CONSENTS: 'consent.export',
  PROCESSING: 'register.read',
  PROCESSORS: 'register.read',
  BREACHES: 'register.read',
  REQUESTS: 'register.read',
};

/**
 * Writes the file of a run, as the person who asked for it sees things now. Begun again from its start where it was cut off. A
 * process that is stopping hands it back; any other failure ends it, and the person may ask again.
 */
export async function writeExport(system: Context, asked: Context | null, run: ExportRun, signal: AbortSignal): Promise<void> {
  const begun = await system.query(sql`
    update export_run set status = 'RUNNING', attempts = attempts + 1, done_rows = 0, total_rows = null
    where id = ${run.id} and status in ('QUEUED', 'RUNNING') returning id`);
  if (begun.length === 0) return;
  await tell(system, run);
  const [key] = await reserveKeys(system, 1);
  try {
    if (!asked?.viewer.permissions.has(needed[run.kind])) throw new Refused('EXPORT_FORBIDDEN');
    const ctx = asked.as({ ...asked.viewer, locale: run.locale });
    const progress = new Progress(system, run, key, signal);
    const bytes = await bytesOf(ctx, run, progress);
    const measure = await system.services.storage.put(key, bytes);
    await system.db.transaction(async (transaction) => {
      const inside = system.inside(transaction);
      await claimKey(inside, key);
      const kept = await inside.query(sql`
        update export_run set status = 'DONE', storage_key = ${key}, size = ${measure.size}, sha256 = ${measure.sha256}, done_rows = total_rows,
          finished_at = now(), expires_at = now() + make_interval(days => ${KEPT_DAYS}::int)
        where id = ${run.id} and status = 'RUNNING' returning id`);
      if (kept.length === 0) throw new Cancelled();
      await end(inside, run, NotificationKind.EXPORT_READY);
    });
  } catch (error) {
    await dropUnclaimed(system, [key]);
    if (error instanceof Cancelled) return;
    if (signal.aborted) throw error;
    await fail(system, run, error instanceof Refused ? error.code : 'EXPORT_FAILED');
    if (!(error instanceof Refused)) throw error;
  }
}

/** The file's bytes, as they are written: the rows behind them are read as somebody takes them. */
async function bytesOf(ctx: Context, run: ExportRun, progress: Progress): Promise<Readable> {
  const { sheets, title } = await contents[run.kind](ctx, run, progress);
  const at = new Date();
  switch (run.format) {
    case ExportFormat.CSV:
      return Readable.from(csvOf(sheets, run.locale));
    case ExportFormat.JSON:
      return Readable.from(jsonOf(sheets, at));
    case ExportFormat.XLSX:
      return xlsxOf(sheets, run.locale);
    case ExportFormat.PDF:
      return pdfOf(sheets, { title, by: ctx.viewer.name, at, locale: run.locale });
  }
}

interface Content {
  sheets: Sheet[];
  title: string;
}

async function ofList(ctx: Context, { options, fileName }: ExportRun, progress: Progress): Promise<Content> {
  await progress.expect(await countCustomers(ctx, options));
  const sheet = await sheetOfCustomers(ctx, options);
  return { sheets: [{ ...sheet, rows: progress.counted(sheet.rows) }], title: fileName };
}

async function ofOne(ctx: Context, { customerId, options }: ExportRun, progress: Progress): Promise<Content> {
  const customer = customerId === null ? null : await load(ctx, customerById, customerId);
  if (!customer) throw new Refused('EXPORT_GONE');
  await progress.expect(1);
  const sheets = await sheetsOfCustomer(ctx, customer.id, options.history ?? false);
  return { sheets: sheets.map((sheet) => ({ ...sheet, rows: progress.watched(sheet.rows) })), title: customer.name };
}

async function ofConsents(ctx: Context, { options, fileName }: ExportRun, progress: Progress): Promise<Content> {
  await progress.expect(await countConsents(ctx, options));
  const sheet = sheetOfConsents(ctx, options);
  return { sheets: [{ ...sheet, rows: progress.counted(sheet.rows) }], title: fileName };
}

async function ofRegister(ctx: Context, { kind, format, locale }: ExportRun, progress: Progress): Promise<Content> {
  const part = registerParts[kind as Register];
  await progress.expect(await countPart(ctx, part));
  const sheet = sheetOfPart(ctx, part);
  // Long texts beside each other can't be read on paper: there each entry is a sheet of its own.
  const rows = progress.counted(sheet.rows);
  return { sheets: [{ ...sheet, rows, apart: format === ExportFormat.PDF }], title: headingOf(part.key, locale) };
}

const contents: Record<ExportKind, (ctx: Context, run: ExportRun, progress: Progress) => Promise<Content>> = {
  CUSTOMER: ofOne,
  CUSTOMERS: ofList,
  CONSENTS: ofConsents,
  PROCESSING: ofRegister,
  PROCESSORS: ofRegister,
  BREACHES: ofRegister,
  REQUESTS: ofRegister,
};

/** Counts rows as they pass, says so now and then, and finds out when nobody wants them any more. */
class Progress {
  private done = 0;
  private told = performance.now();

  constructor(
    private readonly ctx: Context,
    private readonly run: ExportRun,
    private readonly key: string,
    private readonly signal: AbortSignal,
  ) {}

  async expect(total: number): Promise<void> {
    await this.ctx.query(sql`update export_run set total_rows = ${total} where id = ${this.run.id}`);
    await tell(this.ctx, this.run);
  }

  async *counted<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of this.watched(rows)) {
      this.done += 1;
      yield row;
    }
  }

  async *watched<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      if (this.signal.aborted) throw new Error('the process is stopping');
      if (performance.now() - this.told > TOLD_EVERY_MS) await this.tell();
      yield row;
    }
  }

  private async tell(): Promise<void> {
    this.told = performance.now();
    const wanted = await this.ctx.query(sql`
      update export_run set done_rows = ${this.done} where id = ${this.run.id} and status = 'RUNNING' returning id`);
    if (wanted.length === 0) throw new Cancelled();
    await keepKey(this.ctx, this.key);
    await tell(this.ctx, this.run);
  }
}

const tell = (ctx: Context, { id, createdById }: ExportRun) => publish(ctx, { topic: 'exportRun', id, about: createdById });

async function fail(ctx: Context, run: ExportRun, code: string): Promise<void> {
  await ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const failed = await inside.query(sql`
      update export_run set status = 'FAILED', error_code = ${code}, finished_at = now() where id = ${run.id} and status = 'RUNNING' returning id`);
    if (failed.length > 0) await end(inside, run, NotificationKind.EXPORT_FAILED);
  });
}

async function end(
  ctx: Context,
  run: ExportRun,
  kind: NotificationKind.EXPORT_READY | NotificationKind.EXPORT_FAILED,
): Promise<void> {
  await tell(ctx, run);
  // The person is told what they asked for themselves, hence not by themselves.
  const teller = ctx.as({ ...ctx.viewer, id: randomUUID() });
  await notify(teller, [run.createdById], { kind, details: { file: run.fileName }, link: '/exports' });
}

/** Files whose time is over go. Answers how many. */
export async function expireExports(ctx: Context): Promise<number> {
  const expired = await ctx.query<{ id: string; about: string }>(sql`
    update export_run set status = 'EXPIRED', storage_key = null where status = 'DONE' and expires_at <= now()
    returning id, created_by_id as about`);
  for (const { id, about } of expired) await publish(ctx, { topic: 'exportRun', id, about });
  return expired.length;
}
