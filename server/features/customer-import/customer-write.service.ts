import { auditAll, type Happened } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { publishAll } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { writeValues } from '../customer/custom-field-value.service.js';
import type { Customer } from '../customer/customer.entity.js';
import { referenceOf } from '../customer/customer.service.js';
import type { Change, Plan } from './customer-plan.service.js';

/** Writes what was planned, a few statements however many rows, with an audit entry for each. */
export async function writePlan(ctx: Context, plan: Plan): Promise<void> {
  const { customers, contacts, addresses } = plan;
  const fresh = customers.filter(({ isNew }) => isNew);
  const changed = customers.filter(({ isNew }) => !isNew);
  await nameNew(ctx, fresh, [...contacts, ...addresses]);
  await insertCustomers(ctx, fresh, plan.createdAt);
  await updateCustomers(ctx, changed);
  for (const part of [...contacts, ...addresses]) part.row.customerId = part.of.id;
  await writeContacts(ctx, plan);
  await writeAddresses(ctx, plan);
  await writeValues(
    ctx,
    [...plan.values].flatMap(([{ id: customerId }, changes]) =>
      changes.map(({ fieldId, key, after }) => ({ fieldId, key, after, customerId })),
    ),
  );
  await auditAll(ctx, [
    ...customers.map((change) => happened('customer', 'Customer', change, change.row.id, ['create', 'update'])),
    ...contacts.map((change) => happened('contact', 'Contact', change, change.of.id, ['add', 'update'])),
    ...addresses.map((change) => happened('address', 'Address', change, change.of.id, ['add', 'update'])),
  ]);
  // Whoever has one of them open sees what changed; nobody has a new one open.
  const news = new Set(fresh.map(({ row }) => row.id));
  const touched = new Set([...changed.map(({ row }) => row.id), ...[...contacts, ...addresses].map(({ of }) => of.id)]);
  await publishAll(
    ctx,
    [...touched].filter((id) => !news.has(id)).map((id) => ({ topic: 'customer', id })),
  );
}

function happened(
  feature: string,
  type: string,
  { row, isNew, changes }: Change<{ id: string }>,
  aboutId: string,
  [adding, changing]: [string, string],
): Happened {
  return { action: `${feature}.${isNew ? adding : changing}`, subject: { type, id: row.id }, aboutId, changes };
}

/** Identifiers for all that is new, and the next references for new customers. */
async function nameNew(ctx: Context, customers: readonly Change<Customer>[], parts: readonly Change<{ id: string }>[]) {
  const rows = [...customers.map(({ row }) => row), ...parts.filter(({ isNew }) => isNew).map(({ row }) => row)];
  const ids = await ctx.query<{ id: string }>(sql`select uuidv7() as id from generate_series(1, ${rows.length}::integer)`);
  for (const [i, row] of rows.entries()) row.id = ids[i].id;
  const numbers = await ctx.query<{ number: string }>(
    sql`select nextval('customer_reference') as number from generate_series(1, ${customers.length}::integer)`,
  );
  for (const [i, { row }] of customers.entries()) row.reference = referenceOf(numbers[i].number);
}

const asRows = (rows: readonly object[]) => JSON.stringify(rows);

async function insertCustomers(ctx: Context, customers: readonly Change<Customer>[], createdAt: Plan['createdAt']) {
  if (customers.length === 0) return;
  const rows = customers.map(({ row }) => ({ ...row, made: createdAt.get(row) ?? null }));
  await ctx.query(sql`
    insert into customer (id, reference, kind, name, siret, vat_number, email, phone, website, status, tags, internal_note, external_id, created_at)
    select id, reference, kind, name, siret, "vatNumber", email, phone, website, status, tags, "internalNote", "externalId",
      least(coalesce(made, now()), now())
    from json_to_recordset(${asRows(rows)}::json) as c (id uuid, reference text, kind text, name text, siret text, "vatNumber" text,
      email text, phone text, website text, status text, tags text[], "internalNote" text, "externalId" text, made timestamptz)`);
}

async function updateCustomers(ctx: Context, customers: readonly Change<Customer>[]) {
  if (customers.length === 0) return;
  const rows = customers.map(({ row }) => row);
  await ctx.query(sql`
    update customer it set kind = c.kind, name = c.name, siret = c.siret, vat_number = c."vatNumber", email = c.email, phone = c.phone,
      website = c.website, status = c.status, tags = c.tags, internal_note = c."internalNote", external_id = c."externalId",
      version = it.version + 1, updated_at = now()
    from json_to_recordset(${asRows(rows)}::json) as c (id uuid, kind text, name text, siret text, "vatNumber" text, email text,
      phone text, website text, status text, tags text[], "internalNote" text, "externalId" text)
    where it.id = c.id`);
}

async function writeContacts(ctx: Context, { contacts }: Plan) {
  if (contacts.length === 0) return;
  await ctx.query(sql`
    insert into contact (id, customer_id, name, position, email, phone, "primary")
    select id, "customerId", name, position, email, phone, "primary"
    from json_to_recordset(${asRows(contacts.map(({ row }) => row))}::json) as c (id uuid, "customerId" uuid, name text, position text,
      email text, phone text, "primary" boolean)
    on conflict (id) do update set name = excluded.name, position = excluded.position, email = excluded.email, phone = excluded.phone,
      version = contact.version + 1`);
}

async function writeAddresses(ctx: Context, { addresses }: Plan) {
  if (addresses.length === 0) return;
  await ctx.query(sql`
    insert into address (id, customer_id, kind, street, complement, postal_code, city, country, latitude, longitude, precision)
    select id, "customerId", kind, street, complement, "postalCode", city, coalesce(country, 'FR'), latitude, longitude, precision
    from json_to_recordset(${asRows(addresses.map(({ row }) => row))}::json) as a (id uuid, "customerId" uuid, kind text, street text,
      complement text, "postalCode" text, city text, country text, latitude double precision, longitude double precision, precision text)
    on conflict (id) do update set street = excluded.street, complement = excluded.complement, postal_code = excluded.postal_code,
      city = excluded.city, country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision,
      version = address.version + 1`);
}
