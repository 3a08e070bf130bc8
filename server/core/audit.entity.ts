import { Column, Entity } from 'typeorm';
import { Node } from './base.entity.js';
import type { Context } from './context.js';

/** Who did what to which object. No field is public, so GraphQL doesn't know it. */
@Entity()
export class AuditEntry extends Node {
  @Column({ type: 'uuid' }) actorId: string;
  @Column({ type: 'text' }) actorRole: string;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) subjectType: string;
  @Column({ type: 'uuid' }) subjectId: string;
  /** Property → [before, after]. */
  @Column({ type: 'jsonb', nullable: true }) changes: Changes | null;
  @Column({ type: 'text', nullable: true }) requestId: string | null;
  @Column({ type: 'inet', nullable: true }) ip: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

export type Changes = Record<string, [before: unknown, after: unknown]>;

type Hear = (ctx: Context, subject: { id: string }, changes: Changes | null) => Promise<void>;

const hearers = new Map<string, Hear[]>();

/** For a feature below the one that acts: what it adds when this action is audited, in the same transaction. */
export function onAudited(action: string, hear: Hear): void {
  hearers.set(action, [...(hearers.get(action) ?? []), hear]);
}

/** Part of the mutation's transaction: no change without its entry, no entry without its change. */
export async function audit(
  ctx: Context,
  action: string,
  subject: { id: string },
  changes: Changes | null = null,
): Promise<void> {
  await ctx.db.insert(AuditEntry, {
    actorId: ctx.viewer.id,
    actorRole: ctx.viewer.role,
    action,
    subjectType: subject.constructor.name,
    subjectId: subject.id,
    changes: changes as never,
    requestId: ctx.request.id,
    ip: ctx.request.ip,
  });
  ctx.audited = true;
  for (const hear of hearers.get(action) ?? []) await hear(ctx, subject, changes);
}

/** What `change` would change in `row`: for the audit entry, and to know whether there is anything to do. */
export function changesOf<T extends object>(row: T, change: Partial<T>): Changes {
  const changed = Object.entries(change).filter(
    ([property, value]) => value !== undefined && !same(row[property as keyof T], value),
  );
  return Object.fromEntries(changed.map(([property, value]) => [property, [row[property as keyof T], value]]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
