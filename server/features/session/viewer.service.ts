import { anonymous, type Context, type Viewer } from '../../core/context.js';
import { aboutRow } from '../../core/database/row-security.js';
import type { EventBus } from '../../core/events/event-bus.js';
import { type Sql, sql } from '../../core/sql.js';
import { isLocale } from '../../core/words.js';
import { Reach } from '../user/role.entity.js';
import { Portal } from './viewer.entity.js';

interface HeldRole {
  key: string;
  reach: Reach;
  rank: number;
  permissions: string[];
}

/** One of ours who sees the product as that person. */
interface PersonsActor {
  id: string;
  name: string;
  role: string;
  until: string;
}

/** A person as their session stands now. */
export interface Person {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  locale: string | null;
  actor: PersonsActor | null;
  hasSecondFactor: boolean;
  /** Who must have a second factor: a `SecondFactorRule`; null where nobody has set it. */
  secondFactorRule: string | null;
  /** The highest first. */
  roles: HeldRole[];
}

export const portalOf: Record<Reach, Portal> = {
  [Reach.CLIENT]: Portal.CLIENT,
  [Reach.PRESTATAIRE]: Portal.PRESTATAIRE,
  [Reach.REVENDEUR]: Portal.REVENDEUR,
  [Reach.STAFF]: Portal.SUPERADMIN,
};

export const portalsOf = (person: Person): Portal[] => [...new Set(person.roles.map(({ reach }) => portalOf[reach]))];

/** What is left to whoever must have a second factor and has none: to set one up, and to go. */
const TO_SET_ONE_UP = new Set(['viewer.read', 'account.update', 'secondFactor.change', 'session.end']);

/** In this role the person must have a second factor, and has none yet. Whoever looks through their eyes has proved themselves. */
function owesSecondFactor({ actor, hasSecondFactor, secondFactorRule }: Person, { reach }: HeldRole): boolean {
  if (actor || hasSecondFactor) return false;
  return secondFactorRule === 'EVERYBODY' || (secondFactorRule !== 'OPTIONAL' && reach === Reach.STAFF);
}

/** The person acting in the role of this portal; in their highest role where no portal is named; as nobody where they have none there. */
export function viewerIn(person: Person, portal: string | undefined): Viewer {
  const role = person.roles.find(({ reach }) => portal === undefined || portalOf[reach].toLowerCase() === portal.toLowerCase());
  if (!role) return anonymous;
  const secondFactorDue = owesSecondFactor(person, role);
  return {
    id: person.id,
    name: person.name,
    sessionId: person.sessionId,
    role: role.key,
    reach: role.reach,
    permissions: new Set(secondFactorDue ? role.permissions.filter((one) => TO_SET_ONE_UP.has(one)) : role.permissions),
    secondFactorDue,
    rank: role.rank,
    locale: isLocale(person.locale) ? person.locale : null,
    actor: person.actor && { ...person.actor, until: new Date(person.actor.until) },
  };
}

/** What decides whether this user owes a second factor. */
export const secondFactorOf = (user: Sql): Sql => sql`
    (${user}.has_totp or exists (select from passkey where user_id = ${user}.id)) as "hasSecondFactor",
    (select value #>> '{}' from setting where key = 'secondFactor') as "secondFactorRule"`;

const personFrom = (from: Sql): Sql => sql`
  select u.id, s.id as "sessionId", u.name, u.email, u.locale, s.actor, ${secondFactorOf(sql`u`)},
    (select coalesce(json_agg(json_object('key': r.key, 'reach': r.reach, 'rank': r.rank, 'permissions': r.permissions) order by r.rank desc), '[]')
      from user_role ur join role r on r.id = ur.role_id where ur.user_id = u.id) as roles
  from ${from} and u.status = 'ACTIVE'`;

const isOpen = sql`s.ended_at is null and s.expires_at > now()`;

/** Whose session has this id while it lasts; null afterwards. The statement says which it means. */
const holder = (id: string | Sql): Sql => aboutRow(id, sql`(select s.user_id from session s where s.id = ${id} and ${isOpen})`);

const bySession = (id: string): Sql =>
  personFrom(sql`(select ${id}::uuid as id, ${holder(id)} as user_id, null::json as actor) s
    join "user" u on u.id = s.user_id where true`);

/** The same for a viewing of one of ours, as long as they are signed in themselves, may do that, and stand above that person. */
const byViewing = (id: string): Sql =>
  personFrom(sql`(
    select v.id, v.user_id, json_object('id': a.id, 'name': a.name, 'role': r.key, 'until': v.expires_at) as actor
    from (select viewing.*, ${holder(sql`viewing.session_id`)} as actor_id from viewing
      where id = ${id} and ended_at is null and expires_at > now()) v
    join "user" a on a.id = v.actor_id and a.status = 'ACTIVE'
    join user_role given on given.user_id = a.id
    join role r on r.id = given.role_id and r.key = v.role and 'user.viewAs' = any(r.permissions)
    where r.rank > all (
      select theirs.rank from user_role held join role theirs on theirs.id = held.role_id where held.user_id = v.user_id)) s
    join "user" u on u.id = s.user_id where true`);

/** Whose session or viewing this is, while it lasts; null afterwards. Nearly always a session: viewings are asked where it is none. */
export async function personBySession(
  ask: (statement: Sql, name: string) => Promise<Person[]>,
  id: string,
): Promise<Person | null> {
  const [person] = await ask(bySession(id), 'person_by_session');
  return person ?? (await ask(byViewing(id), 'person_by_viewing'))[0] ?? null;
}

const personByUser = (userId: string): Sql =>
  personFrom(sql`"user" u left join (select null::uuid as id, null::json as actor) s on false where u.id = ${userId}`);

/** The person as they stand now, in the highest of their roles; nobody where they have none. */
export async function viewerOf(ctx: Pick<Context, 'query'>, userId: string): Promise<Viewer> {
  const [person] = await ctx.query<Person>(personByUser(userId));
  return person ? viewerIn(person, undefined) : anonymous;
}

interface Queryable {
  query(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: Person[] }>;
}

/** A viewing ends on the second. */
const endOf = ({ actor }: Person): number => (actor ? Date.parse(actor.until) : Number.POSITIVE_INFINITY);

const TRUSTED_MS = 30_000;
const MOST_KEPT = 10_000;

/**
 * Who a session belongs to and what they may do, kept in memory. Triggers tell the `access` topic of every change to users,
 * roles and sessions, so what was taken away counts from the next request; with nobody listening, nothing is kept.
 */
export class People {
  private kept = new Map<string, { person: Person; until: number }>();
  private generation = 0;

  constructor(
    private readonly pool: Queryable,
    private readonly events: EventBus,
  ) {
    events.listen('access', () => this.forget());
  }

  forget(): void {
    this.generation += 1;
    this.kept.clear();
  }

  async bySession(sessionId: string): Promise<Person | null> {
    const known = this.kept.get(sessionId);
    if (known && known.until > Date.now() && this.events.listening) return known.person;
    const { generation } = this;
    const person = await personBySession((statement, name) => this.read(statement, name), sessionId);
    // A change told while we were reading may not be in what was read.
    if (person && generation === this.generation && this.kept.size < MOST_KEPT)
      this.kept.set(sessionId, { person, until: Math.min(Date.now() + TRUSTED_MS, endOf(person)) });
    return person;
  }

  /** For jobs, which go on after the session that asked for them. */
  async byUser(userId: string): Promise<Person | null> {
    return (await this.read(personByUser(userId), 'person_by_user'))[0] ?? null;
  }

  private async read(statement: Sql, name: string): Promise<Person[]> {
    return (await this.pool.query({ name, ...statement.compile() })).rows;
  }
}
