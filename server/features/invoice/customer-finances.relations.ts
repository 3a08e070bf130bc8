import { visible } from '../../core/access.js';
import { badInput } from '../../core/errors.js';
import { valueBy, visibleRows } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import type { BalanceMonth } from './customer-finances.entity.js';
import { seesMoney } from './finance.relations.js';
import { Invoice } from './invoice.entity.js';
import { todayInParis } from './invoice.relations.js';
import './invoice.words.js';
import { Payment } from './payment.entity.js';
import { type PaymentFigures, riskOf } from './payment-risk.rules.js';

const MOST_MONTHS = 60;

/** What moved the account, summed month by month; the balance counts all that came before too. */
export const balanceHistoryByCustomer = valueBy(
  Invoice,
  (key, asked) => {
    const { months, asOf } = asked.args as { months: number; asOf?: string | null };
    if (months < 1 || months > MOST_MONTHS) throw badInput('BAD_MONTHS', { most: MOST_MONTHS });
    const billed = visibleRows(Invoice, asked, sql`billed`, sql`billed.customer_id = ${key} and billed.status <> 'DRAFT'`);
    const paid = visibleRows(Payment, asked, sql`paid`, sql`paid.customer_id = ${key}`);
    return sql`(case when ${seesMoney(asked.ctx.viewer, key)} then (
      with ending as (select coalesce(${asOf ?? null}::date, ${todayInParis}) as day),
      moves as (
        select move.* from ending, (
          select billed.issued_on as day, billed.total_cents as billed, billed.net_cents as net, 0 as paid from ${billed}
          union all
          select paid.paid_on, 0, 0, paid.amount_cents from ${paid}) move
        where move.day <= ending.day),
      spread as (
        select first_day::date as first_day, (first_day + interval '1 month')::date as next
        from ending, generate_series(date_trunc('month', ending.day::timestamp) - make_interval(months => ${months - 1}::integer),
          date_trunc('month', ending.day::timestamp), interval '1 month') as each(first_day))
      select json_agg(json_object('month': first_day, 'currency': 'EUR', 'billedCents': figures.billed, 'revenueCents': figures.net,
        'paidCents': figures.paid, 'balanceCents': figures.balance) order by first_day)
      from spread, lateral (
        select coalesce(sum(billed) filter (where day >= first_day), 0) as billed, coalesce(sum(net) filter (where day >= first_day), 0) as net,
          coalesce(sum(paid) filter (where day >= first_day), 0) as paid, coalesce(sum(billed - paid), 0) as balance
        from moves where day < next) figures) end)`;
  },
  (json) => json as BalanceMonth[] | null,
);

/** The figures of the risk in one scan of the customer's invoices; the score is worked out of them in code. */
export const paymentRiskByCustomer = valueBy(
  Invoice,
  (key, asked) => {
    const { asOf } = asked.args as { asOf?: string | null };
    const it = asked.row;
    const paidSoFar = sql`(
      select coalesce(sum(share.amount_cents), 0) from payment_allocation share join payment p on p.id = share.payment_id
      where share.invoice_id = ${it}.id and p.paid_on <= ending.day and ${visible(asked.ctx.viewer, Payment, sql`p`)})`;
    return sql`(case when ${seesMoney(asked.ctx.viewer, key)} then (
      with ending as (select coalesce(${asOf ?? null}::date, ${todayInParis}) as day),
      due as (
        select ${it}.due_on, ending.day, ${it}.total_cents - ${paidSoFar} as left_cents,
          greatest(0, least(coalesce(${it}.paid_on, ending.day), ending.day) - ${it}.due_on) as delay
        from ending, ${visibleRows(
          Invoice,
          asked,
          it,
          sql`${it}.customer_id = ${key} and ${it}.status <> 'DRAFT'
          and ${it}.issued_on <= ending.day and (${it}.due_on < ending.day or ${it}.paid_on <= ending.day)`,
        )}),
      seen as (select * from due where due_on > day - interval '24 months')
      select json_object('asOf': (select day from ending), 'observed': count(*), 'late': count(*) filter (where delay > 0),
        'meanDelay': coalesce(round(avg(delay), 1), 0),
        'recent': count(*) filter (where due_on > day - interval '6 months'),
        'recentDelay': coalesce(round(avg(delay) filter (where due_on > day - interval '6 months'), 1), 0),
        'earlier': count(*) filter (where due_on <= day - interval '6 months'),
        'earlierDelay': coalesce(round(avg(delay) filter (where due_on <= day - interval '6 months'), 1), 0),
        'overdueCents': (select coalesce(sum(left_cents), 0) from due where left_cents > 0 and due_on < day),
        'overdueCount': (select count(*) from due where left_cents > 0 and due_on < day),
        'oldestDays': (select coalesce(max(day - due_on), 0) from due where left_cents > 0 and due_on < day))
      from seen) end)`;
  },
  (json) => json && riskOf(json as PaymentFigures),
);
