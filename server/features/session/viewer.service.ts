import { anonymous, type Viewer } from '../../core/context.js';
import type { EventBus } from '../../core/events/event-bus.js';
import { type Sql, sql } from '../../core/sql.js';
import { isLocale } from '../../core/words.js';
import { Reach } from '../user/role.entity.js';
import { Portal } from './viewer.entity.js';

interface HeldRole {
  key: string;
  reach: Reach;
  permissions: string[];
}

/** A person as their session stands now. */
export interface Person {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  locale: string | null;
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

/** The person acting in the role of this portal; in their highest role where no portal is named; as nobody where they have none there. */
export function viewerIn(person: Person, portal: string | undefined): Viewer {
  const role = person.roles.find(({ reach }) => portal === undefined || portalOf[reach].toLowerCase() === portal.toLowerCase());
  if (!role) return anonymous;
  return {
    id: person.id,
    name: person.name,
    sessionId: person.sessionId,
    role: role.key,
    reach: role.reach,
    permissions: new Set(role.permissions),
    locale: isLocale(person.locale) ? person.locale : null,
  };
}

const personFrom = (from: Sql): Sql => sql`
  select u.id, s.id as "sessionId", u.name, u.email, u.locale,
    (select coalesce(json_agg(json_object('key': r.key, 'reach': r.reach, 'permissions': r.permissions) order by r.rank desc), '[]')
      from user_role ur join role r on r.id = ur.role_id where ur.user_id = u.id) as roles
  from ${from} and u.status = 'ACTIVE'`;

/** Whose session this is, while it lasts; no row afterwards. */
export const personBySession = (sessionId: string): Sql =>
  personFrom(
    sql`session s join "user" u on u.id = s.user_id where s.id = ${sessionId} and s.ended_at is null and s.expires_at > now()`,
  );

const personByUser = (userId: string): Sql => personFrom(sql`"user" u left join session s on false where u.id = ${userId}`);

interface Queryable {
  query(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: Person[] }>;
}

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
    const { rows } = await this.pool.query({ name: 'person_by_session', ...personBySession(sessionId).compile() });
    // A change told while we were reading may not be in what was read.
    if (rows[0] && generation === this.generation && this.kept.size < MOST_KEPT)
      this.kept.set(sessionId, { person: rows[0], until: Date.now() + TRUSTED_MS });
    return rows[0] ?? null;
  }

  /** For jobs, which go on after the session that asked for them. */
  async byUser(userId: string): Promise<Person | null> {
    const { rows } = await this.pool.query({ name: 'person_by_user', ...personByUser(userId).compile() });
    return rows[0] ?? null;
  }
}
