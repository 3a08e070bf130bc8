import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { join, literal, type Sql, sql } from '../../core/sql.js';
import { type Entity, tableOf } from '../../core/table.js';
import { Customer } from '../customer/customer.entity.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { isLate, isOpen, todayInParis } from '../invoice/invoice.relations.js';
import { Mission } from '../mission/mission.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { weighted } from '../opportunity/opportunity.relations.js';
import { Order } from '../order/order.entity.js';
import { Project } from '../project/project.entity.js';
import type { ClientDashboard, PrestataireDashboard, RevendeurDashboard, SuperadminDashboard } from './dashboard.entity.js';

const it = sql`it`;
const thisMonth = sql`date_trunc('month', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris'`;
const when = (condition: Sql) => sql`count(*) filter (where ${condition})`;
const sum = (of: Sql, condition: Sql) => sql`coalesce(sum(${of}) filter (where ${condition}), 0)`;
const dueOf = (condition: Sql) => sum(sql`it.due_cents`, condition);
const isUnderWay = sql`it.status in ('PLANNED', 'IN_PROGRESS', 'ON_HOLD')`;
const fees = (condition: Sql) => sum(sql`it.fee_cents`, sql`it.currency = 'EUR' and ${condition}`);
const isWonNow = sql`it.closed_at >= ${thisMonth} and it.lost_reason is null`;

type Figures = Record<string, Sql>;

/** Figures over the visible rows of a table, in one scan; each null where the viewer lacks the permission. */
function over({ viewer }: Context, entity: Entity, permission: string, figures: Figures, condition = sql`true`): Sql {
  const entries = Object.entries(figures);
  if (!viewer.permissions.has(permission))
    return sql`json_object(${join(
      entries.map(([figure]) => sql`${literal(figure)}: null`),
      ', ',
    )})`;
  const members = entries.map(([figure, of]) => sql`${literal(figure)}: ${of}`);
  return sql`(select json_object(${join(members, ', ')}) from ${tableOf(entity).sql} it where ${condition} and ${visible(viewer, entity, it)})`;
}

/** One statement for all of a portal's figures. */
async function answered<Part extends { id: string }>(ctx: Context, parts: Sql[]): Promise<Part> {
  const [{ figures }] = await ctx.query<{ figures: object[] }>(sql`select json_array(${join(parts, ', ')}) as figures`);
  return Object.assign({ id: ctx.viewer.id, currency: 'EUR' }, ...figures) as Part;
}

export const clientDashboard = (ctx: Context): Promise<ClientDashboard> =>
  answered(ctx, [
    over(ctx, Project, 'project.read', { openProjects: when(isUnderWay) }),
    over(ctx, Invoice, 'invoice.read', {
      unpaidInvoices: when(isOpen(it)),
      dueCents: dueOf(isOpen(it)),
      overdueInvoices: when(isLate(it)),
      overdueCents: dueOf(isLate(it)),
    }),
  ]);

export function prestataireDashboard(ctx: Context): Promise<PrestataireDashboard> {
  const mine = sql`it.prestataire_id = ${ctx.viewer.id}`;
  const isToday = sql`it.status in ('ASSIGNED', 'IN_PROGRESS') and (it.scheduled_start at time zone 'Europe/Paris')::date <= ${todayInParis}
    and coalesce((it.scheduled_end at time zone 'Europe/Paris')::date >= ${todayInParis}, true)`;
  const status = (name: string) => sql`${mine} and it.status = ${name}`;
  return answered(ctx, [
    over(ctx, Mission, 'mission.read', {
      missionsToday: when(sql`${mine} and ${isToday}`),
      assigned: when(status('ASSIGNED')),
      inProgress: when(status('IN_PROGRESS')),
      delivered: when(status('DELIVERED')),
      available: when(sql`it.status = 'OPEN'`),
      earnedThisMonthCents: fees(sql`${status('APPROVED')} and it.approved_at >= ${thisMonth}`),
      awaitedCents: fees(status('DELIVERED')),
    }),
  ]);
}

export const revendeurDashboard = (ctx: Context): Promise<RevendeurDashboard> =>
  answered(ctx, [
    over(ctx, Customer, 'customer.read', { customers: sql`count(*)` }),
    over(ctx, Opportunity, 'opportunity.read', {
      openOpportunities: when(sql`it.closed_at is null`),
      openCents: sum(sql`it.amount_cents`, sql`it.closed_at is null`),
      weightedForecastCents: weighted(it, sql`it.closed_at is null`),
      wonThisMonth: when(isWonNow),
      wonThisMonthCents: sum(sql`it.amount_cents`, isWonNow),
    }),
  ]);

export const superadminDashboard = (ctx: Context): Promise<SuperadminDashboard> =>
  answered(ctx, [
    over(ctx, Customer, 'customer.read', {
      customers: sql`count(*)`,
      activeCustomers: when(sql`it.status = 'ACTIVE'`),
      newCustomers: when(sql`it.created_at >= now() - interval '30 days'`),
    }),
    over(ctx, Project, 'project.read', {
      openProjects: when(isUnderWay),
      lateProjects: when(sql`${isUnderWay} and it.due_on < ${todayInParis}`),
    }),
    over(ctx, Mission, 'mission.read', {
      openMissions: when(sql`it.status in ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'DELIVERED')`),
      missionsToApprove: when(sql`it.status = 'DELIVERED'`),
    }),
    over(
      ctx,
      Invoice,
      'invoice.read',
      { dueCents: dueOf(isOpen(it)), overdueInvoices: when(isLate(it)), overdueCents: dueOf(isLate(it)) },
      isOpen(it),
    ),
    sql`json_object('revenue': ${revenue(ctx)})`,
  ]);

/** Issued invoices before tax and confirmed orders in euros, month by month, with 0 where nothing came in. */
function revenue({ viewer }: Context): Sql {
  if (!['analytics.read', 'invoice.read', 'order.read'].every((permission) => viewer.permissions.has(permission)))
    return sql`null`;
  const month = sql`date_trunc('month', now() at time zone 'Europe/Paris')`;
  const first = sql`(${month} - interval '11 months')`;
  return sql`(
    with money as materialized (
      select date_trunc('month', it.placed_at at time zone 'Europe/Paris') as month, sum(it.total_cents) as cents from ${tableOf(Order).sql} it
      where it.status = 'CONFIRMED' and it.currency = 'EUR' and it.placed_at >= ${first} at time zone 'Europe/Paris' and ${visible(viewer, Order, it)}
      group by 1
      union all
      select date_trunc('month', it.issued_on::timestamp), sum(it.net_cents) from ${tableOf(Invoice).sql} it
      where it.status <> 'DRAFT' and it.issued_on >= ${first}::date and ${visible(viewer, Invoice, it)}
      group by 1)
    select json_agg(json_object('month': span.month::date, 'currency': 'EUR',
      'revenueCents': (select coalesce(sum(cents), 0) from money where money.month = span.month)) order by span.month)
    from generate_series(${first}, ${month}, interval '1 month') as span(month))`;
}
