import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById, rows, valueBy } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Mission } from './mission.entity.js';
import type { MissionFilter } from './mission.page.js';
import { MissionApplication } from './mission-application.entity.js';
import { MissionStep } from './mission-step.entity.js';

export const missionById = oneById(Mission);
export const applicationById = oneById(MissionApplication);

const isId = (column: Sql, id: string) => (isUUID(id) ? sql`${column} = ${id}::uuid` : sql`false`);

const where = ({ status, customerId, projectId, prestataireId, from, before, search }: MissionFilter, row: Sql): Sql[] => [
  ...(status ? [sql`${row}.status = any(${status}::text[])`] : []),
  ...(customerId ? [isId(sql`${row}.customer_id`, customerId)] : []),
  ...(projectId ? [isId(sql`${row}.project_id`, projectId)] : []),
  ...(prestataireId ? [isId(sql`${row}.prestataire_id`, prestataireId)] : []),
  ...(from ? [sql`${row}.scheduled_start >= ${from}`] : []),
  ...(before ? [sql`${row}.scheduled_start < ${before}`] : []),
  ...(search?.trim()
    ? [sql`plain(${row}.reference || ' ' || ${row}.title) like '%' || escape_like(plain(${search.trim()})) || '%'`]
    : []),
];

/** A prestataire's own: what is only open to application is another list. */
export const missions = pagesOf(Mission, {
  only: (row, viewer) => (viewer.reach === Reach.PRESTATAIRE ? sql`${row}.prestataire_id = ${viewer.id}` : sql`true`),
  where,
});
export const availableMissions = pagesOf(Mission, { only: (row) => sql`${row}.status = 'OPEN'`, where });
export const missionsByCustomer = pagesOf(Mission, { by: 'customerId', where });
export const missionsByProject = pagesOf(Mission, { by: 'projectId', where });

export const applicationsByMission = manyBy(MissionApplication, 'missionId', { order: { createdAt: 'asc' } });
export const stepsByMission = manyBy(MissionStep, 'missionId', { order: { at: 'asc' } });

export const applications = pagesOf(MissionApplication);

/** The month as people in Paris know it. */
const thisMonth = sql`(date_trunc('month', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris')`;

/** A prestataire's figures are about their own missions; what is open to them is counted aside. */
export const missionFigures = valueBy(
  Mission,
  (_key, asked) => {
    const { row, ctx } = asked;
    const own = ctx.viewer.reach === Reach.PRESTATAIRE ? sql`${row}.prestataire_id = ${ctx.viewer.id}` : sql`true`;
    const having = (status: string) => sql`count(*) filter (where ${own} and ${row}.status = ${status})`;
    const approved = sql`filter (where ${own} and ${row}.status = 'APPROVED' and ${row}.approved_at >= ${thisMonth})`;
    return sql`(
      select json_object(
        'total': count(*) filter (where ${own}), 'draft': ${having('DRAFT')}, 'open': ${having('OPEN')},
        'available': count(*) filter (where ${row}.status = 'OPEN'), 'assigned': ${having('ASSIGNED')},
        'inProgress': ${having('IN_PROGRESS')}, 'delivered': ${having('DELIVERED')}, 'approved': ${having('APPROVED')},
        'cancelled': ${having('CANCELLED')}, 'approvedThisMonth': count(*) ${approved},
        'minutesThisMonth': coalesce(sum(${row}.estimated_minutes) ${approved}, 0),
        'earnedThisMonthCents': coalesce(sum(case when ${row}.currency = 'EUR' then ${row}.fee_cents end) ${approved}, 0))
      from ${rows(Mission, asked, sql`true`)})`;
  },
  (json) => json as Record<string, number>,
);
