import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { join, literal, type Sql, sql } from '../../core/sql.js';
import { type Entity, tableOf } from '../../core/table.js';
import { say } from '../../core/words.js';
import { ImportRun } from '../import/import-run.entity.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { isLate, isOpen, todayInParis } from '../invoice/invoice.relations.js';
import { Mission } from '../mission/mission.entity.js';
import { MissionApplication } from '../mission/mission-application.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { Project } from '../project/project.entity.js';
import { Reach } from '../user/role.entity.js';
import { type ToDo, ToDoKind } from './to-do.entity.js';
import { titleOf } from './to-do.words.js';

/** A reason to do something: rows that meet a condition, the most urgent by `order`. */
interface Reason {
  kind: ToDoKind;
  entity: Entity;
  permission: string;
  where: Sql;
  order: Sql;
  cents?: Sql;
  action: string;
  /** Where to go: to the one row, or to the list. `{id}` is the one's; an application is decided on its mission, and has that one's. */
  one: string;
  many: string;
}

const row = sql`it`;
const now = sql`now()`;
const K = ToDoKind;
const late: Omit<Reason, 'action' | 'one' | 'many'> = {
  kind: K.INVOICES_OVERDUE,
  entity: Invoice,
  permission: 'invoice.read',
  where: isLate(row),
  order: sql`it.due_on`,
  cents: sql`it.due_cents`,
};
const opportunities = {
  entity: Opportunity,
  permission: 'opportunity.read',
  action: 'ACTION_FOLLOW_UP',
  one: '/opportunities/{id}',
  many: '/pipeline',
};
const mine = (viewerId: string) => sql`it.prestataire_id = ${viewerId}`;

const reasons: Record<Reach, (viewerId: string) => Reason[]> = {
  [Reach.CLIENT]: () => [
    { ...late, action: 'ACTION_PAY', one: '/invoices/{id}', many: '/invoices' },
    {
      ...late,
      kind: K.INVOICES_DUE_SOON,
      where: sql`${isOpen(row)} and it.due_on between ${todayInParis} and ${todayInParis} + 7`,
      action: 'ACTION_PAY',
      one: '/invoices/{id}',
      many: '/invoices',
    },
  ],
  [Reach.PRESTATAIRE]: (id) => [
    {
      kind: K.MISSIONS_TO_DELIVER,
      entity: Mission,
      permission: 'mission.advance',
      where: sql`${mine(id)} and it.status = 'IN_PROGRESS' and it.scheduled_end < ${now}`,
      order: sql`it.scheduled_end`,
      action: 'ACTION_DELIVER',
      one: '/missions/{id}',
      many: '/missions',
    },
    {
      kind: K.MISSIONS_TO_START,
      entity: Mission,
      permission: 'mission.advance',
      where: sql`${mine(id)} and it.status = 'ASSIGNED' and (it.scheduled_start at time zone 'Europe/Paris')::date <= ${todayInParis}`,
      order: sql`it.scheduled_start`,
      action: 'ACTION_BEGIN',
      one: '/missions/{id}',
      many: '/missions',
    },
  ],
  [Reach.REVENDEUR]: () => [
    {
      ...opportunities,
      kind: K.OPPORTUNITIES_PAST,
      where: sql`it.closed_at is null and it.expected_close_on < ${todayInParis}`,
      order: sql`it.expected_close_on`,
    },
    {
      ...opportunities,
      kind: K.OPPORTUNITIES_ASLEEP,
      where: sql`it.closed_at is null and it.updated_at < ${now} - interval '30 days' and coalesce(it.expected_close_on >= ${todayInParis}, true)`,
      order: sql`it.updated_at`,
    },
  ],
  [Reach.STAFF]: () => [
    { ...late, action: 'ACTION_SEE', one: '/invoices/{id}', many: '/invoices?overdue=yes&sort=DUE_ON' },
    {
      kind: K.MISSIONS_TO_APPROVE,
      entity: Mission,
      permission: 'mission.update',
      where: sql`it.status = 'DELIVERED'`,
      order: sql`it.delivered_at`,
      action: 'ACTION_APPROVE',
      one: '/missions/{id}',
      many: '/missions?status=DELIVERED',
    },
    {
      kind: K.APPLICATIONS_TO_DECIDE,
      entity: MissionApplication,
      permission: 'mission.assign',
      where: sql`it.status = 'PENDING'`,
      order: sql`it.created_at`,
      action: 'ACTION_DECIDE',
      one: '/missions/{id}',
      many: '/missions?status=OPEN',
    },
    {
      kind: K.PROJECTS_LATE,
      entity: Project,
      permission: 'project.read',
      where: sql`it.status not in ('DRAFT', 'DONE', 'CANCELLED') and it.due_on < ${todayInParis}`,
      order: sql`it.due_on`,
      action: 'ACTION_SEE',
      one: '/projects/{id}',
      many: '/projects?late=yes&sort=DUE_ON',
    },
    {
      kind: K.IMPORTS_FAILED,
      entity: ImportRun,
      permission: 'import.read',
      where: sql`it.status = 'FAILED' and it.created_at > ${now} - interval '7 days'`,
      order: sql`it.created_at desc`,
      action: 'ACTION_SEE',
      one: '/imports/{id}',
      many: '/imports',
    },
  ],
};

interface Found {
  count: number;
  cents: number | null;
  id: string;
}

/** What needs doing now, of what the viewer sees: one statement, the worst first. */
export async function toDo(ctx: Context): Promise<ToDo[]> {
  const asked = (reasons[ctx.viewer.reach as Reach]?.(ctx.viewer.id) ?? []).filter(({ permission }) =>
    ctx.viewer.permissions.has(permission),
  );
  if (asked.length === 0) return [];
  const members = asked.map((reason) => sql`${literal(reason.kind)}: ${found(ctx, reason)}`);
  const [{ answer }] = await ctx.query<{ answer: Record<ToDoKind, Found> }>(
    sql`select json_object(${join(members, ', ')}) as answer`,
  );
  return asked.flatMap(({ kind, cents, action, one, many }) => {
    const { count, cents: amount, id } = answer[kind];
    if (count === 0) return [];
    const link = (count === 1 ? one : many).replace('{id}', id);
    const amountCents = cents ? amount : null;
    return [
      {
        kind,
        title: titleOf(kind, count, amountCents, ctx.locale),
        action: say(action, ctx.locale),
        link,
        count,
        amountCents,
        currency: cents ? 'EUR' : null,
      },
    ];
  });
}

const found = ({ viewer }: Context, { entity, where, order, cents }: Reason): Sql => sql`(
  select json_object('count': count(*), 'cents': sum(${cents ?? sql`0`}), 'id': (array_agg(${idOf(entity)} order by ${order}))[1])
  from ${tableOf(entity).sql} it where ${where} and ${visible(viewer, entity, row)})`;

const idOf = (entity: Entity): Sql => (entity === MissionApplication ? sql`it.mission_id` : sql`it.id`);
