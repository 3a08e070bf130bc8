import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from './access.js';
import { aboutOf, type EntryRow, insertEntries, Outcome } from './audit-row.js';
import { Node } from './base.entity.js';
import { type Context, type Sought, soughtOf } from './context.js';
import { AppendOnly } from './table.js';

registerEnumType(Outcome, {
  name: 'AuditOutcome',
  description: 'What came of it.',
  valuesConfig: {
    CHANGED: { description: 'It was done.' },
    READ: { description: 'It was looked at, downloaded or exported.' },
    REFUSED: { description: 'It was refused, and nothing changed.' },
  },
});

@AppendOnly()
@Entity()
@ObjectType({
  implements: Node,
  description:
    'Who did what, as whom and from where; or tried to, or looked at it. Entries are never changed, and sealed within a minute.',
})
export class AuditEntry extends Node {
  @Field(() => Date, { description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid' }) actorId: string;

  @Field({ description: 'The key of the role they acted in; `system` for the product itself, `anonymous` for nobody signed in.' })
  @Column({ type: 'text' })
  actorRole: string;

  /** Whom the actor saw the product as. */
  @Column({ type: 'uuid', nullable: true }) asUserId: string | null;

  @Field(() => Outcome, { description: 'What came of it.' })
  @Column({ type: 'text' })
  outcome: Outcome;

  @Field({ description: 'Stable, for programs: such as invoice.issue; of a refused mutation its name, such as issueInvoice.' })
  @Column({ type: 'text' })
  action: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused, such as FORBIDDEN. Null where it was not.' })
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Field(() => Int, { description: 'How often: a refusal that repeats within a minute is counted.' })
  @Column({ type: 'integer', default: 1 })
  times: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The type of the object, such as Invoice; Node where only its identifier was asked with. Null without an object.',
  })
  @Column({ type: 'text', nullable: true })
  subjectType: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The object’s identifier; there may be no such object. Null without an object.',
  })
  @Column({ type: 'uuid', nullable: true })
  subjectId: string | null;

  /** Whom the subject is about: see `defineAbout`. */
  @Column({ type: 'uuid', nullable: true }) aboutId: string | null;

  /** Property → [before, after]. What a viewer is told of it, the field `changes`, is worked out from it. */
  @Column({ name: 'changes', type: 'jsonb', nullable: true }) changed: Changes | null;

  @Field(() => ID, { nullable: true, description: 'The session it was done in. Null outside one.' })
  @Requires('audit.read')
  @Column({ type: 'uuid', nullable: true })
  sessionId: string | null;

  @Field(() => String, { nullable: true, description: 'The address the request came from. Null for the product itself.' })
  @Requires('audit.read')
  @Column({ type: 'inet', nullable: true })
  ip: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or program called itself.' })
  @Requires('audit.read')
  @Column({ type: 'text', nullable: true })
  userAgent: string | null;

  @Field(() => String, { nullable: true, description: 'The request’s identifier, as the logs and error messages name it.' })
  @Requires('audit.read')
  @Column({ type: 'text', nullable: true })
  requestId: string | null;
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
  const row = rowOf(ctx, Outcome.CHANGED, action, soughtOf(subject));
  const told = changes && JSON.stringify(withoutSecrets(changes));
  await ctx.query(insertEntries([{ ...row, aboutId: aboutOf(subject), changes: told }]));
  ctx.services.trail.count();
  ctx.audited = true;
  for (const hear of hearers.get(action) ?? []) await hear(ctx, subject, changes);
}

/** What happened to a subject whose row may not be at hand. */
export interface Happened {
  action: string;
  subject: Sought;
  /** Null: it is looked up. */
  aboutId: string | null;
  changes: Changes;
}

/** As `audit`, of many subjects in one statement. Those who hear of an action are not told: a thousand rows are not a thousand acts. */
export async function auditAll(ctx: Context, happened: readonly Happened[]): Promise<void> {
  if (happened.length === 0) return;
  const rows = happened.map(({ action, subject, aboutId, changes }) => ({
    ...rowOf(ctx, Outcome.CHANGED, action, subject),
    aboutId,
    changes: JSON.stringify(withoutSecrets(changes)),
  }));
  await ctx.query(insertEntries(rows));
  ctx.services.trail.count(rows.length);
  ctx.audited = true;
}

/** Part of no transaction, since what was refused leaves nothing else: written shortly after, repetitions counted. */
export function auditRefusal(ctx: Context, action: string, code: string, subject: Sought | null = null): void {
  ctx.services.trail.note({ ...rowOf(ctx, Outcome.REFUSED, action, subject), code });
}

/** Somebody looked at it. The same person looking again within a quarter of an hour is the same reading. */
export function auditRead(ctx: Context, action: string, subject: Sought): void {
  ctx.services.trail.note(rowOf(ctx, Outcome.READ, action, subject));
}

const MOST_AGENT = 300;

/** Who, as whom, from where. Whoever sees the product as somebody else is still the one who does it. */
function rowOf({ viewer, request }: Context, outcome: Outcome, action: string, subject: Sought | null): EntryRow {
  const { actor } = viewer;
  return {
    actorId: actor?.id ?? viewer.id,
    actorRole: actor?.role ?? viewer.role,
    asUserId: actor ? viewer.id : null,
    sessionId: viewer.sessionId,
    ip: request.ip,
    userAgent: request.userAgent?.slice(0, MOST_AGENT) ?? null,
    requestId: request.id,
    outcome,
    action,
    code: null,
    times: 1,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
    aboutId: null,
    changes: null,
    at: null,
  };
}

const SECRET = /password|secret|token|hash|cookie|credential|recovery|otp/i;
const HIDDEN = '•••';

/** What opens a door is not kept, not even among what changed: that it changed is enough. */
const withoutSecrets = (changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).map(([property, [before, after]]) =>
      SECRET.test(property)
        ? [property, [before == null ? null : HIDDEN, after == null ? null : HIDDEN]]
        : [property, [before, after]],
    ),
  );

/** What `change` would change in `row`: for the audit entry, and to know whether there is anything to do. */
export function changesOf<T extends object>(row: T, change: Partial<T>): Changes {
  const changed = Object.entries(change).filter(
    ([property, value]) => value !== undefined && !same(row[property as keyof T], value),
  );
  return Object.fromEntries(changed.map(([property, value]) => [property, [row[property as keyof T], value]]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
