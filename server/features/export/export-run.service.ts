import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { today } from '../invoice/invoice.rules.js';
import { portalOf } from '../session/viewer.service.js';
import type { Reach } from '../user/role.entity.js';
import type { ExportConsentsInput, ExportCustomerInput, ExportCustomersInput, ExportRegisterInput } from './export.input.js';
import './export.words.js';
import { ExportFormat, ExportKind, ExportRun, ExportStatus } from './export-run.entity.js';

export async function beginCustomerExport(ctx: Context, { id, format, history }: ExportCustomerInput): Promise<ExportRun> {
  const customer = await lockVisible(ctx, Customer, id);
  authorize(ctx, 'export', customer);
  const run = await addRun(ctx, {
    kind: ExportKind.CUSTOMER,
    format,
    fileName: fileNameOf(ctx, 'CUSTOMER', format, customer.reference),
    options: { history },
    customerId: id,
  });
  await audit(ctx, 'customer.export', customer, { format: [null, format], history: [null, history] });
  await noteActivity(ctx, { customerId: id, kind: ActivityKind.CUSTOMER_EXPORTED, details: { format } });
  return run;
}

export async function beginCustomersExport(ctx: Context, { format, ids, filter }: ExportCustomersInput): Promise<ExportRun> {
  if (format === ExportFormat.PDF) throw new UserError('PDF_OF_ONE', ['input', 'format']);
  const chosen = ids ? [...new Set(ids)] : null;
  if (chosen) await checkVisible(ctx, chosen);
  const run = await addRun(ctx, {
    kind: ExportKind.CUSTOMERS,
    format,
    fileName: fileNameOf(ctx, 'CUSTOMERS', format),
    options: { ids: chosen, filter: filter ?? null },
    customerId: null,
  });
  await audit(ctx, 'customer.exportMany', run, {
    format: [null, format],
    filter: [null, filter ?? null],
    ids: [null, chosen],
  });
  return run;
}

export async function beginConsentsExport(ctx: Context, { format, filter }: ExportConsentsInput): Promise<ExportRun> {
  if (format === ExportFormat.PDF) throw new UserError('PDF_OF_ONE', ['input', 'format']);
  const run = await addRun(ctx, {
    kind: ExportKind.CONSENTS,
    format,
    fileName: fileNameOf(ctx, 'CONSENTS', format),
    options: { filter: filter ?? null },
    customerId: null,
  });
  await audit(ctx, 'consent.export', run, { format: [null, format], filter: [null, filter ?? null] });
  return run;
}

export async function beginRegisterExport(ctx: Context, { register, format }: ExportRegisterInput): Promise<ExportRun> {
  const run = await addRun(ctx, {
    kind: ExportKind[register],
    format,
    fileName: fileNameOf(ctx, register, format),
    options: {},
    customerId: null,
  });
  await audit(ctx, 'register.export', run, { register: [null, register], format: [null, format] });
  return run;
}

async function checkVisible(ctx: Context, ids: readonly string[]): Promise<void> {
  const seen = ids.every((id) => isUUID(id))
    ? await ctx.query(
        sql`select from customer it where it.id = any(${ids}::uuid[]) and ${visible(ctx.viewer, Customer, sql`it`)}`,
      )
    : [];
  if (seen.length < ids.length) throw notFound();
}

type Asked = Pick<ExportRun, 'kind' | 'format' | 'fileName' | 'options' | 'customerId'>;

async function addRun(ctx: Context, asked: Asked): Promise<ExportRun> {
  const { id, reach } = ctx.viewer;
  const portal = portalOf[reach as Reach].toLowerCase();
  const run = await ctx.db.save(ctx.db.create(ExportRun, { ...asked, createdById: id, portal, locale: ctx.locale }));
  await publish(ctx, { topic: 'exportRun', id: run.id, about: id });
  return run;
}

/** Such as `client-C-00042-2026-11-21.xlsx`. */
const fileNameOf = ({ locale }: Context, what: string, format: ExportFormat, reference?: string): string =>
  `${[say(`EXPORT_FILE_${what}`, locale), reference, today()].filter(Boolean).join('-')}.${format.toLowerCase()}`;

/** Whoever writes it finds out, and leaves no file. */
export async function cancelExport(ctx: Context, id: string): Promise<ExportRun> {
  const run = await lockVisible(ctx, ExportRun, id);
  if (run && run.status !== ExportStatus.QUEUED && run.status !== ExportStatus.RUNNING)
    throw new UserError('EXPORT_OVER', ['input', 'id']);
  authorize(ctx, 'cancel', run);
  const before = run.status;
  await ctx.query(sql`update export_run set status = 'CANCELLED', finished_at = now() where id = ${id}`);
  await audit(ctx, 'export.cancel', run, { status: [before, ExportStatus.CANCELLED] });
  await publish(ctx, { topic: 'exportRun', id, about: run.createdById });
  return ctx.db.findOneByOrFail(ExportRun, { id });
}
