import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { join, sql } from '../../core/sql.js';
import { Customer, type CustomerStatus } from './customer.entity.js';
import type { CustomersChosen, TagCustomersInput } from './customer.input.js';
import { whereCustomers } from './customer.relations.js';
import { changeCustomer, setCustomerStatus } from './customer.service.js';
import { tagsOf } from './customer-read.service.js';

/** What became of customers that were chosen. */
interface Outcome {
  customers: Customer[];
  /** Those that were otherwise before. */
  changedIds: string[];
  /** Those that the filter does not hold any more, or that are gone: untouched. */
  leftIds: string[];
}

export function setCustomersStatus(ctx: Context, chosen: CustomersChosen, status: CustomerStatus): Promise<Outcome> {
  return ofEach(ctx, chosen, (id) => setCustomerStatus(ctx, id, status));
}

export function tagCustomers(ctx: Context, { add, remove, ...chosen }: TagCustomersInput): Promise<Outcome> {
  const [added, removed] = [tagsOf(add ?? []), new Set(tagsOf(remove ?? []))];
  if (added.length === 0 && removed.size === 0) throw new UserError('NOTHING', ['input', 'add']);
  return ofEach(ctx, chosen, async (id) => {
    const customer = await lockVisible(ctx, Customer, id);
    authorize(ctx, 'update', customer);
    const tags = [...new Set([...customer.tags.filter((tag) => !removed.has(tag)), ...added])];
    if (tags.length > MOST_TAGS) throw new UserError('OVER_TAGGED', ['input', 'add'], { name: customer.name, max: MOST_TAGS });
    return changeCustomer(ctx, customer, { tags }, 'customer.tag');
  });
}

/** Of one customer. */
const MOST_TAGS = 30;

/** All or none. Without a filter an id that isn't visible refuses the whole; with one it has left, like those that don't meet it. */
async function ofEach(ctx: Context, { ids, filter }: CustomersChosen, act: (id: string) => Promise<Customer>): Promise<Outcome> {
  const wanted = [...new Set(ids)];
  const versions = await lockAll(ctx, wanted, { filter });
  const leftIds = wanted.filter((id) => !versions.has(id));
  if (leftIds.length > 0 && !filter) throw notFound();
  const customers: Customer[] = [];
  for (const id of versions.keys()) customers.push(await act(id));
  ctx.audited = true; // All of them may have left: then nothing happened.
  const changedIds = customers.filter(({ id, version }) => version !== versions.get(id)).map(({ id }) => id);
  return { customers, changedIds, leftIds };
}

/** The versions of those that the viewer sees and that meet the filter. One order for everybody, so that nobody locks another out. */
async function lockAll(
  ctx: Context,
  ids: readonly string[],
  { filter }: Pick<CustomersChosen, 'filter'>,
): Promise<Map<string, number>> {
  const row = sql`it`;
  const known = ids.filter((id) => isUUID(id));
  const conditions = [visible(ctx.viewer, Customer, row), ...(filter ? whereCustomers(filter, row, ctx.viewer) : [])];
  const found = await ctx.query<{ id: string; version: number }>(sql`
    select it.id, it.version from customer it where it.id = any(${known}::uuid[]) and ${join(conditions, ' and ')}
    order by it.id for update of it`);
  return new Map(found.map(({ id, version }) => [id, version]));
}
