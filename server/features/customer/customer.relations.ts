import { isUUID } from 'class-validator';
import type { Viewer } from '../../core/context.js';
import { pagesOf } from '../../core/pages.js';
import { figuresBy, manyBy, oneById, oneBySql, pickedBy, rows, sizeAsked, valueBy } from '../../core/relation.js';
import { join, rowCount, type Sql, sql } from '../../core/sql.js';
import { meetsFigures } from '../figures/figures.relations.js';
import { inSegment } from '../segment/segment.scope.js';
import { Reach } from '../user/role.entity.js';
import { Address } from './address.entity.js';
import { Contact } from './contact.entity.js';
import { meetsCustomFields } from './custom-field-value.relations.js';
import { Customer } from './customer.entity.js';
import { type CustomerFilter, CustomerSort } from './customer.page.js';
import { type FoundBy, fitness, matches } from './customer.scope.js';

export const customerById = oneById(Customer);

/** The same by any id they ever had: whoever was merged into another is that one now. */
export const customerByAnyId = oneBySql(
  Customer,
  (key, { row }) => sql`${row}.id = coalesce(
    (select merged.customer_id from customer_merge merged where merged.other_id = ${key} and merged.split_at is null), ${key})`,
);
export const addressById = oneById(Address);

/** What is no UUID is the id of nothing. */
const idOrNone = (id: string) => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

/** Our own people also find a customer by who signs in for them; by a plate, those who see the vehicles of all customers they see. */
const foundBy = (viewer: Viewer): FoundBy => ({
  members: viewer.reach === Reach.STAFF,
  plates: viewer.permissions.has('vehicle.read') && viewer.reach !== Reach.PRESTATAIRE,
});

/** Whose orders are seen wherever the customer is: of the others a member may lack the part, and a prestataire has none. */
const seesOrders = (viewer: Viewer) =>
  viewer.permissions.has('order.read') && (viewer.reach === Reach.STAFF || viewer.reach === Reach.REVENDEUR);

/** The conditions of a filter on a customer's row. */
export const whereCustomers = (filter: CustomerFilter, row: Sql, viewer: Viewer): Sql[] => [
  ...(filter.search ? matches(row, filter.search, foundBy(viewer)) : []),
  ...(filter.status ? [sql`${row}.status = ${filter.status}`] : []),
  ...(filter.kind ? [sql`${row}.kind = ${filter.kind}`] : []),
  ...(filter.tags?.length ? [sql`${row}.tags @> ${filter.tags}::text[]`] : []),
  ...(filter.resellerId ? [sql`${row}.reseller_id = ${idOrNone(filter.resellerId)}::uuid`] : []),
  ...(filter.managerId ? [sql`${row}.manager_id = ${idOrNone(filter.managerId)}::uuid`] : []),
  ...(filter.createdFrom ? [sql`${row}.created_at >= ${filter.createdFrom}`] : []),
  ...(filter.createdBefore ? [sql`${row}.created_at < ${filter.createdBefore}`] : []),
  ...(filter.withOrders == null
    ? []
    : [sql`${filter.withOrders ? sql`` : sql`not`} exists (select from "order" placed where placed.customer_id = ${row}.id)`]),
  ...(filter.segmentId ? [inSegment(viewer, row, idOrNone(filter.segmentId))] : []),
  ...meetsCustomFields(filter.customFields, row, viewer),
  ...meetsFigures(filter.figures, row, viewer),
];

/** Sorted by what was ordered, a viewer who doesn't see all of it learns nothing. */
const ordered = (type: string, at: (row: Sql) => Sql, nothing: Sql) => ({
  type,
  at: (row: Sql, viewer: Viewer) => (seesOrders(viewer) ? at(row) : nothing),
});

export const customers = pagesOf(Customer, {
  where: whereCustomers,
  orders: {
    [CustomerSort.RELEVANCE]: {
      type: 'integer',
      at: (row, viewer, filter: CustomerFilter | null) =>
        filter?.search ? fitness(row, filter.search, foundBy(viewer)) : sql`0::integer`,
    },
    [CustomerSort.ORDER_COUNT]: ordered('integer', (row) => sql`${row}.order_count`, sql`0::integer`),
    [CustomerSort.SPENT]: ordered('bigint', (row) => sql`${row}.spent_cents`, sql`0::bigint`),
    [CustomerSort.LAST_ORDER]: ordered('timestamptz', (row) => sql`${row}.last_order_at`, sql`to_timestamp(0)`),
  },
});

/** The best matches first. Nothing asked, nothing found. */
export const customersFound = pickedBy(Customer, (_key, asked) => {
  const search = String(asked.args.search);
  const by = foundBy(asked.ctx.viewer);
  const found = matches(asked.row, search, by);
  return sql`
    select * from ${rows(Customer, asked, found.length > 0 ? join(found, ' and ') : sql`false`)}
    order by ${fitness(asked.row, search, by)} desc, ${asked.row}.name, ${asked.row}.id
    limit ${rowCount(sizeAsked(asked))}`;
});

/** Days begin at midnight in Paris, where the people who read the figures are. A select of its own is worked out once, not for each row. */
const startOfToday = sql`(select date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris')`;

export const customerFigures = figuresBy(Customer, null, {
  total: () => sql`count(*)`,
  active: (row) => sql`count(*) filter (where ${row}.status = 'ACTIVE')`,
  inactive: (row) => sql`count(*) filter (where ${row}.status = 'INACTIVE')`,
  newToday: (row) => sql`count(*) filter (where ${row}.created_at >= ${startOfToday})`,
  newLast7Days: (row) => sql`count(*) filter (where ${row}.created_at >= now() - interval '7 days')`,
});

/** A filter offers no more than these. */
const MOST_TAGS = 100;

export const customerTagsInUse = valueBy(
  Customer,
  (_key, asked) => sql`(
    select coalesce(json_agg(used.tag order by used.count desc, used.tag), '[]')
    from (
      select tag, count(*) from (select unnest(${asked.row}.tags) as tag from ${rows(Customer, asked, sql`true`)}) given
      group by tag order by 2 desc, 1 limit ${rowCount(MOST_TAGS)}) used)`,
  (json) => json as string[],
);

export const contactsByCustomer = manyBy(Contact, 'customerId', { order: { primary: 'desc', name: 'asc' } });
export const addressesByCustomer = manyBy(Address, 'customerId', { order: { kind: 'asc' } });
