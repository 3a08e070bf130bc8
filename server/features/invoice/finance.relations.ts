import type { Viewer } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { MOST_ROWS, valueBy, visibleRows } from '../../core/relation.js';
import { rowCount, type Sql, sql } from '../../core/sql.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Invoice } from './invoice.entity.js';
import { isLate, isOpen, todayInParis } from './invoice.relations.js';
import { Payment } from './payment.entity.js';

/** Of a customer they see, the viewer sees the money too: a client only as a member for it, a prestataire never. */
export function seesMoney(viewer: Viewer, customerId: Sql): Sql {
  if (viewer.reach === Reach.CLIENT) return isMemberFor(viewer, customerId, 'finance');
  return viewer.reach === Reach.STAFF || viewer.reach === Reach.REVENDEUR ? sql`true` : sql`false`;
}

/** What a customer owes: drafts ask for nothing yet. Null where the viewer may not see the money. */
export const balanceByCustomer = valueBy(
  Invoice,
  (key, asked) => sql`(case when ${seesMoney(asked.ctx.viewer, key)} then (
    select coalesce(sum(${asked.row}.due_cents), 0)
    from ${visibleRows(Invoice, asked, asked.row, sql`${asked.row}.customer_id = ${key} and ${isOpen(asked.row)}`)}) end)`,
  (json) => (json === null ? null : Number(json)),
);

/** Every figure of the summary in one scan of the customer's invoices. */
export const financialSummaryByCustomer = valueBy(
  Invoice,
  (key, asked) => {
    const it = asked.row;
    const days = sql`(${todayInParis} - ${it}.due_on)`;
    const due = (condition: Sql) => sql`coalesce(sum(${it}.due_cents) filter (where ${isOpen(it)} and ${condition}), 0)`;
    const months = (first: number, last: number) => sql`
      coalesce(sum(${it}.net_cents) filter (where ${it}.issued_on > ${todayInParis} - make_interval(months => ${first}::int)
        and ${it}.issued_on <= ${todayInParis} - make_interval(months => ${last}::int)), 0)`;
    return sql`(case when ${seesMoney(asked.ctx.viewer, key)} then (select json_object(
      'billedCents': coalesce(sum(${it}.total_cents), 0), 'paidCents': coalesce(sum(${it}.paid_cents), 0),
      'dueCents': coalesce(sum(${it}.due_cents), 0), 'openCount': count(*) filter (where ${isOpen(it)}),
      'overdueCents': coalesce(sum(${it}.due_cents) filter (where ${isLate(it)}), 0),
      'overdueCount': count(*) filter (where ${isLate(it)}), 'oldestOverdueOn': min(${it}.due_on) filter (where ${isLate(it)}),
      'daysToPay': round(avg(${it}.paid_on - ${it}.issued_on) filter (where ${it}.paid_on > ${todayInParis} - interval '12 months')),
      'revenue12mCents': ${months(12, 0)}, 'revenuePrevious12mCents': ${months(24, 12)}, 'currency': 'EUR',
      'ageing': json_object('notDue': ${due(sql`${days} <= 0`)}, 'd30': ${due(sql`${days} between 1 and 30`)},
        'd60': ${due(sql`${days} between 31 and 60`)}, 'd90': ${due(sql`${days} between 61 and 90`)}, 'more': ${due(sql`${days} > 90`)}))
      from ${visibleRows(Invoice, asked, it, sql`${it}.customer_id = ${key} and ${it}.status <> 'DRAFT'`)}) end)`;
  },
  (json) => json,
);

/** The statement of account: invoices and payments in one list, with the balance after each. The latest first. */
export const transactionsOfCustomer = valueBy(
  Invoice,
  (key, asked) => {
    const { first, from, to } = asked.args as { first: number; from?: string | null; to?: string | null };
    if (first < 0 || first > MOST_ROWS) throw badInput('BAD_PAGE_SIZE', { most: MOST_ROWS });
    const billed = visibleRows(Invoice, asked, sql`billed`, sql`billed.customer_id = ${key} and billed.status <> 'DRAFT'`);
    const paid = visibleRows(Payment, asked, sql`paid`, sql`paid.customer_id = ${key}`);
    return sql`(
      select coalesce(json_agg(json_object('id': entry.id, 'kind': entry.kind, 'on': entry.day, 'label': entry.label,
        'amountCents': entry.amount, 'balanceCents': entry.balance, 'currency': 'EUR',
        'invoiceId': case entry.kind when 'INVOICE' then entry.id end, 'paymentId': case entry.kind when 'PAYMENT' then entry.id end)
        order by entry.place desc), '[]')
      from (select * from (
        select *, row_number() over inorder as place, sum(amount) over inorder as balance from (
          select billed.id, 'INVOICE' as kind, billed.issued_on as day, billed.number as label, billed.total_cents as amount,
            billed.issued_at as at from ${billed}
          union all
          select paid.id, 'PAYMENT', paid.paid_on, paid.reference, -paid.amount_cents, paid.created_at from ${paid}) movement
        window inorder as (order by day, kind, at, id rows unbounded preceding)) listed
        where ${from ? sql`listed.day >= ${from}::date` : sql`true`} and ${to ? sql`listed.day <= ${to}::date` : sql`true`}
        order by listed.place desc limit ${rowCount(first)}) entry)`;
  },
  (json) => json as unknown[],
);
