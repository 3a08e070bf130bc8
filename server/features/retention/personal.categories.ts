import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { personalData } from '../erasure/all-data.rules.js';
import { eraseNow } from '../erasure/erasure.service.js';
import { OBSTACLES } from '../erasure/erasure-preview.service.js';
import { blanked, erased } from '../erasure/personal-data.rules.js';
import { User } from '../user/user.entity.js';
import { emptyAccount, pseudonymOf } from '../user/user-status.service.js';
import { type Category, customerHeld, HELD, type Part, userHeld } from './category.rules.js';
import { hadBusiness, lastContact, silentSince } from './last-contact.rules.js';
import { RetentionAction, RetentionCategory } from './retention-rule.entity.js';

const { DELETED, PSEUDONYMISED } = RetentionAction;
const row = sql`it`;
const id = sql`it.id`;
const customer = sql`it.customer_id`;

/** As an erasure leaves rows of this table. */
const blanksOf = (table: string): Record<string, Sql> => blanked(personalData.find((rule) => rule.table === table)!);

const requestOpen = (condition: Sql): Record<string, Sql> => ({
  RETENTION_REQUEST_OPEN: sql`exists (select from data_subject_request asked where ${condition} and asked.status in ('RECEIVED', 'IDENTIFIED'))`,
});

/** What keeps somebody from being erased on request keeps them here too; their hold goes by the name it has everywhere. */
const { ERASED_ALREADY: _, ERASE_HELD: _held, ...inTheWay } = OBSTACLES;
const customerHolds: Record<string, Sql> = {
  ...customerHeld(id),
  ...requestOpen(sql`asked.customer_id = ${id}`),
  ...Object.fromEntries(Object.entries(inTheWay).map(([code, where]) => [code, sql`exists (${where(id)})`])),
};

const customers = (only: Sql): Part => ({
  table: 'customer',
  since: lastContact(row),
  due: (before) => silentSince(row, before),
  only: sql`it.erased_at is null and ${only}`,
  customer: id,
  holds: customerHolds,
  each: async (ctx, customerId) => void (await eraseNow(ctx, await ctx.db.findOneByOrFail(Customer, { id: customerId }))),
});

async function forgetAccount(ctx: Context, userId: string): Promise<void> {
  const user = await ctx.db.findOneByOrFail(User, { id: userId });
  await emptyAccount(ctx, user, pseudonymOf(user));
  for (const table of [sql`notification`, sql`order_claim`]) await ctx.query(sql`delete from ${table} where user_id = ${userId}`);
}

const personal = { personal: true } as const;

/** People’s records. Each is switched on by a superadmin who saw what would go. */
export const personalCategories: readonly Category[] = [
  {
    code: RetentionCategory.MAILS,
    action: DELETED,
    ...personal,
    months: { least: 1, usual: 36, most: 60 },
    parts: [
      {
        table: 'mail',
        since: sql`it.created_at`,
        only: sql`it.customer_id is not null and it.status <> 'QUEUED'`,
        called: sql`it.subject`,
        customer,
        holds: customerHeld(customer),
      },
    ],
  },
  {
    code: RetentionCategory.DATA_REQUESTS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 36, usual: 60, most: 72 },
    parts: [
      {
        table: 'data_subject_request',
        since: sql`it.closed_at`,
        only: sql`it.person <> ${erased}`,
        called: sql`it.reference`,
        customer,
        holds: customerHeld(customer),
        becomes: blanksOf('data_subject_request'),
      },
    ],
  },
  {
    code: RetentionCategory.LOOSE_ORDERS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 12, usual: 36, most: 60 },
    parts: [
      {
        table: 'order',
        since: sql`it.placed_at`,
        only: sql`it.customer_id is null and num_nonnulls(it.email, it.phone, it.name, it.address, it.city, it.postal_code) > 0`,
        called: sql`it.number`,
        // One of a customer on hold may still be found among them.
        holds: customerHeld(sql`any (select link.customer_id from order_link link where link.order_id = it.id)`),
        first: (rows) => sql`delete from order_link where order_id in (${rows})`,
        becomes: blanksOf('order'),
      },
    ],
  },
  {
    code: RetentionCategory.LEADS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 6, usual: 36, most: 36 },
    parts: [
      {
        table: 'opportunity',
        since: sql`greatest(it.created_at, it.updated_at)`,
        only: sql`it.customer_id is null and it.title <> ${erased}`,
        called: sql`it.title`,
        first: (rows) => sql`delete from opportunity_note where opportunity_id in (${rows})`,
        becomes: { ...blanksOf('opportunity'), prospect_name: erased },
      },
    ],
  },
  {
    code: RetentionCategory.ACCOUNTS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 6, usual: 24, most: 24 },
    parts: [
      {
        table: 'user',
        since: sql`greatest(it.created_at, it.last_login_at)`,
        only: sql`it.status <> 'DELETED' and exists (select from user_role given where given.user_id = it.id)
          and not exists (select from user_role given join role on role.id = given.role_id where given.user_id = it.id and role.reach <> 'client')`,
        user: id,
        holds: { [HELD]: userHeld(id)[HELD], ...requestOpen(sql`asked.user_id = ${id}`) },
        each: forgetAccount,
      },
    ],
  },
  {
    code: RetentionCategory.PROSPECTS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 6, usual: 36, most: 36 },
    parts: [customers(sql`not ${hadBusiness(id)}`)],
  },
  {
    // As long as a contract may be disputed (code civil, 2224): less can't be chosen.
    code: RetentionCategory.FORMER_CUSTOMERS,
    action: PSEUDONYMISED,
    ...personal,
    months: { least: 60, usual: 60, most: 120 },
    parts: [customers(hadBusiness(id))],
  },
];
