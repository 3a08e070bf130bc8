import { join, literal, type Sql, sql } from './sql.js';

/** What came of it. Its name in the schema is AuditOutcome. */
export enum Outcome {
  CHANGED = 'CHANGED',
  READ = 'READ',
  REFUSED = 'REFUSED',
}

/** An entry as it is written. */
export interface EntryRow {
  actorId: string;
  actorRole: string;
  asUserId: string | null;
  sessionId: string | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
  outcome: Outcome;
  action: string;
  code: string | null;
  times: number;
  subjectType: string | null;
  subjectId: string | null;
  /** Null: it is looked up. */
  aboutId: string | null;
  /** Property → [before, after], as JSON. */
  changes: string | null;
  /** Null: now. */
  at: Date | null;
}

const abouts = new Map<string, (id: Sql) => Sql>();

/**
 * Whom a subject of this type is about, found by the subject's id: all that happened to them is then one list. What that is, a
 * feature says; core only keeps it with the entry, since a subject may be gone when somebody asks.
 */
export function defineAbout(subjectType: string, of: (id: Sql) => Sql): void {
  abouts.set(subjectType, of);
}

const aboutProperties = new Set<string>();

/** A property of subjects that says whom they are about, as long as they are at hand. */
export function defineAboutProperty(property: string): void {
  aboutProperties.add(property);
}

export function aboutOf(subject: object): string | null {
  for (const property of aboutProperties) {
    const about = (subject as Record<string, unknown>)[property];
    if (typeof about === 'string') return about;
  }
  return null;
}

const lookUp = (): Sql => {
  const cases = [...abouts].map(([type, of]) => sql`when ${literal(type)} then (${of(sql`given.subject_id`)})`);
  return cases.length === 0 ? sql`null` : sql`case given.subject_type ${cases.reduce((all, one) => sql`${all} ${one}`)} end`;
};

/** Writes entries in one statement, however many, and notes that they are to be sealed. */
export function insertEntries(rows: readonly EntryRow[]): Sql {
  const all = <Name extends keyof EntryRow>(name: Name) => rows.map((row) => row[name]);
  const columns = [
    sql`${all('actorId')}::uuid[]`,
    sql`${all('actorRole')}::text[]`,
    sql`${all('asUserId')}::uuid[]`,
    sql`${all('sessionId')}::uuid[]`,
    sql`${all('ip')}::inet[]`,
    sql`${all('userAgent')}::text[]`,
    sql`${all('requestId')}::text[]`,
    sql`${all('outcome')}::text[]`,
    sql`${all('action')}::text[]`,
    sql`${all('code')}::text[]`,
    sql`${all('times')}::integer[]`,
    sql`${all('subjectType')}::text[]`,
    sql`${all('subjectId')}::uuid[]`,
    sql`${all('aboutId')}::uuid[]`,
    sql`${all('changes')}::jsonb[]`,
    sql`${all('at')}::timestamptz[]`,
  ];
  return sql`
    with given as (
      select * from unnest(${join(columns, ', ')}) as it(actor_id, actor_role, as_user_id, session_id, ip, user_agent, request_id,
        outcome, action, code, times, subject_type, subject_id, about_id, changes, at)),
    entry as (
      insert into audit_entry (actor_id, actor_role, as_user_id, session_id, ip, user_agent, request_id, outcome, action, code, times,
        subject_type, subject_id, about_id, changes, at)
      select actor_id, actor_role, as_user_id, session_id, ip, user_agent, request_id, outcome, action, code, times,
        subject_type, subject_id, coalesce(about_id, ${lookUp()}), changes, coalesce(at, now()) from given
      returning id)
    insert into audit_unsealed select id from entry`;
}
