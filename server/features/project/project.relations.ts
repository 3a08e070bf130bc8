import { isUUID } from 'class-validator';
import type { Asked } from '../../core/asked.js';
import type { Viewer } from '../../core/context.js';
import { pagesOf } from '../../core/pages.js';
import { wholeRow } from '../../core/plan.js';
import { hydrate, isChild, type Json, manyBy, oneById, rows, sizeAsked, valueBy } from '../../core/relation.js';
import { rowCount, type Sql, sql } from '../../core/sql.js';
import type { Entity } from '../../core/table.js';
import { Activity } from '../activity/activity.entity.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Milestone } from './milestone.entity.js';
import { Project } from './project.entity.js';
import type { ProjectFilter } from './project.page.js';
import { ProjectComment } from './project-comment.entity.js';

export const projectById = oneById(Project);

/** A select of its own is worked out once, not for each row. */
const today = sql`(select (now() at time zone 'Europe/Paris')::date)`;
const isLate = (row: Sql) => sql`(${row}.due_on < ${today} and ${row}.status not in ('DONE', 'CANCELLED'))`;

const where = ({ status, customerId, mine, late, search }: ProjectFilter, row: Sql, viewer: Viewer): Sql[] => [
  ...(status ? [sql`${row}.status = any(${status}::text[])`] : []),
  ...(customerId ? [isUUID(customerId) ? sql`${row}.customer_id = ${customerId}::uuid` : sql`false`] : []),
  ...(mine ? [sql`${row}.manager_id = ${viewer.id}`] : []),
  ...(late ? [isLate(row)] : []),
  ...(search?.trim()
    ? [sql`plain(${row}.reference || ' ' || ${row}.name) like '%' || escape_like(plain(${search.trim()})) || '%'`]
    : []),
];

export const projects = pagesOf(Project, { where });
export const projectsByCustomer = pagesOf(Project, { by: 'customerId', where });

export const milestonesByProject = manyBy(Milestone, 'projectId', { order: { position: 'asc' }, unique: true });
export const commentsByProject = pagesOf(ProjectComment, { by: 'projectId' });

/** Whole percents of the milestones reached; null where there are none. */
const reached = (milestone: Sql) => sql`round(100.0 * count(${milestone}.done_at) / nullif(count(*), 0))::int`;

export const progressByProject = valueBy(
  Milestone,
  (key, asked) => sql`(select ${reached(asked.row)} from ${rows(Milestone, asked, isChild(Milestone, asked, 'projectId', key))})`,
  (json) => json as number | null,
);

/** Of a client's users, those who see the money see the budget; among prestataires and resellers nobody. */
function seesBudget(viewer: Viewer, row: Sql): Sql {
  if (viewer.reach === Reach.STAFF) return sql`true`;
  return viewer.reach === Reach.CLIENT ? isMemberFor(viewer, sql`${row}.customer_id`, 'finance') : sql`false`;
}

export const budgetByProject = valueBy(
  Project,
  (key, asked) => sql`(
    select ${asked.row}.budget_cents from ${rows(Project, asked, sql`${asked.row}.id = ${key} and ${seesBudget(asked.ctx.viewer, asked.row)}`)})`,
  (json) => json as number | null,
);

export const projectFigures = valueBy(
  Project,
  (_key, asked) => {
    const { row, ctx } = asked;
    const having = (status: string) => sql`count(*) filter (where ${row}.status = ${status})`;
    return sql`(
      select json_object(
        'total': count(*), 'draft': ${having('DRAFT')}, 'planned': ${having('PLANNED')}, 'inProgress': ${having('IN_PROGRESS')},
        'onHold': ${having('ON_HOLD')}, 'done': ${having('DONE')}, 'cancelled': ${having('CANCELLED')},
        'late': count(*) filter (where ${isLate(row)}),
        'averageProgress': round(avg(its.progress) filter (where ${row}.status = 'IN_PROGRESS'))::int,
        'budgetCents': coalesce(sum(${row}.budget_cents) filter (where ${row}.currency = 'EUR'
          and ${row}.status in ('PLANNED', 'IN_PROGRESS', 'ON_HOLD') and ${seesBudget(ctx.viewer, row)}), 0))
      from (select * from ${rows(Project, asked, sql`true`)}) ${row}
      left join lateral (select ${reached(sql`m`)} as progress from milestone m where m.project_id = ${row}.id) its on true)`;
  },
  (json) => json as Record<string, number | null>,
);

/** The row as this member of a timeline's entry asks for it: whole where it is asked for in two ways at once. */
function entry(asked: Asked, member: string, entity: Entity): Sql {
  const chosen = asked.at(member);
  if (chosen.length === 0) return sql`null::json`;
  // A row with a jsonb column in it would be jsonb, and a union wants one type.
  return sql`${(chosen.length === 1 ? chosen[0] : asked.as(wholeRow)).json(entity)}::json`;
}

/** What is about the project or one of its missions, and its dated milestones: the latest first, what is to come before all. */
export const timelineByProject = valueBy(
  Project,
  (key, asked) => {
    const { row } = asked;
    const isAbout = sql`${row}.subject_id = any(array(select ${key} union all select id from mission where project_id = ${key}))`;
    const at = sql`coalesce(${row}.done_at, ${row}.due_on::timestamp at time zone 'Europe/Paris')`;
    return sql`(
      select coalesce(json_agg(json_object('at': dated.at, 'milestone': dated.milestone, 'activity': dated.activity)), '[]') from (
        (select ${row}.occurred_at as at, ${row}.id, null::json as milestone, ${entry(asked, 'activity', Activity)} as activity
          from ${rows(Activity, asked, isAbout)})
        union all
        (select ${at}, ${row}.id, ${entry(asked, 'milestone', Milestone)}, null::json
          from ${rows(Milestone, asked, sql`${row}.project_id = ${key} and ${at} is not null`)})
        order by at desc, id desc limit ${rowCount(sizeAsked(asked))}) dated)`;
  },
  (json) =>
    (json as { at: string; milestone: Json | null; activity: Json | null }[]).map(({ at, milestone, activity }) => ({
      at: new Date(at),
      milestone: milestone && hydrate(Milestone, milestone),
      activity: activity && hydrate(Activity, activity),
    })),
);
