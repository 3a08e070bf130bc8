import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { visible } from '../../core/access.js';
import { AuditEntry, type Changes } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { join, rowCount, sql } from '../../core/sql.js';
import type { AuditEntryFilter } from './audit.page.js';
import { whereEntries } from './audit.relations.js';
import { changesFor } from './audit.service.js';
import { AuditExport } from './audit-export.entity.js';

const AT_ONCE = 1_000;

const columns = [
  ...['id', 'at', 'outcome', 'action', 'code', 'times', 'actor', 'actorId', 'actorRole', 'asUser', 'asUserId', 'customer'],
  ...['subjectType', 'subjectId', 'ip', 'userAgent', 'sessionId', 'requestId', 'changes'],
] as const;

type Row = Record<Exclude<(typeof columns)[number], 'changes'> | 'aboutId', string | null> & { changed: Changes | null };

/**
 * The entries of an export as a CSV file, the oldest first: those there were when it was asked for, as far as whoever asked may still
 * read them. Cells that a spreadsheet would take for formulas are neutralised. Null where there is no such export of theirs.
 */
export async function auditCsv(ctx: Context, exportId: string): Promise<Readable | null> {
  const asked = await ctx.db.findOneBy(AuditExport, { id: exportId, createdById: ctx.viewer.id });
  if (!asked || !['audit.read', 'audit.export'].every((needed) => ctx.viewer.permissions.has(needed))) return null;
  const table = stringify({ header: true, columns: [...columns], escape_formulas: true, bom: true });
  return Readable.from(allRows(ctx, asked))
    .on('error', (error) => table.destroy(error))
    .pipe(table);
}

async function* allRows(ctx: Context, { filter, createdAt }: AuditExport) {
  const { from, before, ...rest } = filter as AuditEntryFilter;
  const kept = { ...rest, from: from ? new Date(from) : null, before: before ? new Date(before) : null };
  const conditions = [...whereEntries(kept, sql`it`), sql`it.at <= ${createdAt}`, visible(ctx.viewer, AuditEntry, sql`it`)];
  let [at, id] = ['-infinity', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const page = await ctx.query<Row & { place: string }>(sql`
      select it.id, to_char(it.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, it.at::text as place, it.outcome, it.action, it.code,
        it.times::text, actor.name as actor, it.actor_id as "actorId", it.actor_role as "actorRole", seen_as.name as "asUser",
        it.as_user_id as "asUserId", about.reference as customer, it.subject_type as "subjectType", it.subject_id as "subjectId", it.about_id as "aboutId",
        host(it.ip) as ip, it.user_agent as "userAgent", it.session_id as "sessionId", it.request_id as "requestId", it.changes as changed
      from audit_entry it left join "user" actor on actor.id = it.actor_id left join "user" seen_as on seen_as.id = it.as_user_id
        left join customer about on about.id = it.about_id
      where ${join(conditions, ' and ')} and (it.at, it.id) > (${at}::timestamptz, ${id}::uuid)
      order by it.at, it.id limit ${rowCount(AT_ONCE)}`);
    for (const row of page) yield { ...row, changes: await inWords(ctx, row) };
    ctx.loaders.clear();
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    [at, id] = [last.place, String(last.id)];
  }
}

async function inWords(ctx: Context, { subjectType, subjectId, changed, aboutId }: Row): Promise<string> {
  const told = await changesFor(ctx, { subjectType, subjectId, changed, aboutId });
  return told
    .map(({ property, before, after, hidden }) => `${property}: ${hidden ? '•••' : `${said(before)} → ${said(after)}`}`)
    .join('\n');
}

const said = (value: unknown): string => (value == null ? '∅' : typeof value === 'string' ? value : JSON.stringify(value));
