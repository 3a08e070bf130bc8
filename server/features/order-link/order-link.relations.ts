import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { OrderLink, OrderLinkStatus } from './order-link.entity.js';
import type { OrderLinkFilter } from './order-link.page.js';
import { OrderLinkRun } from './order-link-run.entity.js';

export const orderLinkById = oneById(OrderLink);
export const orderLinkRunById = oneById(OrderLinkRun);
export const orderLinkRuns = pagesOf(OrderLinkRun);

/** What is no UUID is the id of nothing. */
const idOrNone = (id: string) => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

export const orderLinks = pagesOf(OrderLink, {
  where: (filter: OrderLinkFilter, row) => [
    sql`${row}.status = ${filter.status ?? OrderLinkStatus.PROPOSED}`,
    ...(filter.method ? [sql`${row}.method = ${filter.method}`] : []),
    ...(filter.minProbability != null ? [sql`${row}.probability >= ${filter.minProbability}`] : []),
    ...(filter.belowProbability != null ? [sql`${row}.probability < ${filter.belowProbability}`] : []),
    ...(filter.customerId ? [sql`${row}.customer_id = ${idOrNone(filter.customerId)}::uuid`] : []),
    ...(filter.orderId ? [sql`${row}.order_id = ${idOrNone(filter.orderId)}::uuid`] : []),
    ...(filter.runId ? [sql`${row}.run_id = ${idOrNone(filter.runId)}::uuid`] : []),
    ...(filter.decided == null ? [] : [sql`${row}.decided = ${filter.decided}`]),
  ],
});
