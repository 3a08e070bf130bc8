import { entitiesWithPolicy, mayReadField, seesOf } from '../../core/access.js';
import type { Relation } from '../../core/asked.js';
import { AuditEntry, audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import type { Entity } from '../../core/table.js';
import { customerById } from '../customer/customer.relations.js';
import type { AuditEntryFilter } from './audit.page.js';
import type { AuditChange } from './audit-change.entity.js';
import { AuditExport } from './audit-export.entity.js';
import { lastSeal } from './audit-seal.service.js';
import type { AuditStatus } from './audit-status.entity.js';

type Told = Pick<AuditEntry, 'subjectType' | 'subjectId' | 'changed' | 'aboutId'>;

/** What changed, as far as the viewer may read it of the object itself: its row by the policy, each field by its permission. */
export async function changesFor(ctx: Context, { subjectType, subjectId, changed, aboutId }: Told): Promise<AuditChange[]> {
  if (!changed) return [];
  // Who somebody was that is erased, the trail still knows: only whoever reads the archive is told.
  const isGone = aboutId !== null && !ctx.viewer.permissions.has('archive.read') && (await isErased(ctx, aboutId));
  const isSeen = !isGone && (await seesSubject(ctx, subjectType, subjectId));
  const isReader = ctx.viewer.permissions.has('audit.read');
  return Object.entries(changed).map(([property, [before, after]]) => {
    const shown = isSeen && (mayReadField(ctx.viewer, subjectType ?? '', fieldOf(property)) ?? isReader);
    return { property, before: shown ? before : null, after: shown ? after : null, hidden: !shown };
  });
}

const isErased = async (ctx: Context, customerId: string): Promise<boolean> =>
  ((await load(ctx, customerById, customerId))?.erasedAt ?? null) !== null;

/** `customFields.floor_area` is a part of the field `customFields`. */
const fieldOf = (property: string): string => property.split('.', 1)[0];

/** What has no policy has no reader either, but for those who read the whole trail. */
async function seesSubject(ctx: Context, type: string | null, id: string | null): Promise<boolean> {
  const entity = entitiesWithPolicy().find(({ name }) => name === type);
  if (!entity || id === null) return ctx.viewer.permissions.has('audit.read');
  const seen = seesOf(ctx.viewer, entity);
  return seen === 'some' ? (await load(ctx, rowById(entity), id)) !== null : seen === 'all';
}

const byId = new Map<Entity, Relation<object | null>>();

/** One relation an entity, so that rows are loaded together. */
export function rowById(entity: Entity): Relation<object | null> {
  const known = byId.get(entity) ?? oneById(entity);
  byId.set(entity, known);
  return known;
}

/** Keeps what was asked for, so that the address says only which export it is; answers its id. */
export async function beginExport(ctx: Context, filter: AuditEntryFilter): Promise<string> {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
  const made = await ctx.db.save(ctx.db.create(AuditExport, { createdById: ctx.viewer.id, filter: asked }));
  await audit(ctx, 'audit.export', made, { filter: [null, asked] });
  return made.id;
}

export async function auditStatus(ctx: Context): Promise<AuditStatus> {
  const seal = await lastSeal(ctx);
  const [{ unsealed, verification }] = await ctx.query<{
    unsealed: number;
    verification: { at: string; ok: boolean; findings: number } | null;
  }>(sql`
    select (select count(*) from audit_unsealed)::int as unsealed, (
      select json_object('at': at, 'ok': ok, 'findings': (report ->> 'findingsTotal')::int)
      from audit_verification order by at desc limit 1) as verification`);
  return {
    unsealed,
    lastSeal: seal && { number: seal.number, at: seal.at, entries: seal.entries, hash: seal.hash.toString('hex') },
    lastVerification: verification && { ...verification, at: new Date(verification.at) },
  };
}
