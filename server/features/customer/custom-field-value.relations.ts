import { isUUID } from 'class-validator';
import type { Viewer } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { countBy, manyBy } from '../../core/relation.js';
import { join, type Sql, sql } from '../../core/sql.js';
import { readsCustomFields } from '../custom-field/custom-field.scope.js';
import { CustomFieldValue } from './custom-field-value.entity.js';
import type { CustomFieldFilter } from './custom-field-value.page.js';

export const customFieldValuesByCustomer = manyBy(CustomFieldValue, 'customerId', { order: { fieldId: 'asc' }, unique: true });
export const customersByCustomField = countBy(CustomFieldValue, 'fieldId');

/** Who may not read the values does not learn them by asking either: no customer meets such a filter for them. */
const mayAsk = (viewer: Viewer) => viewer.permissions.has('customField.read') && readsCustomFields(viewer);

const MOST_CONDITIONS = 20;

/** The conditions on a customer's row. A query's arguments are looked at here: nothing looks at them before. */
export function meetsCustomFields(
  filters: readonly CustomFieldFilter[] | null | undefined,
  customer: Sql,
  viewer: Viewer,
): Sql[] {
  if ((filters?.length ?? 0) > MOST_CONDITIONS) throw badInput('TOO_MANY', { max: MOST_CONDITIONS });
  return (filters ?? []).map((filter) => meetsCustomField(filter, customer, viewer));
}

/** The value's own row is found by the index of its kind. */
function meetsCustomField(filter: CustomFieldFilter, customer: Sql, viewer: Viewer): Sql {
  if (!mayAsk(viewer)) return sql`false`;
  const field = sql`(select field.id from custom_field field where field.key = ${filter.key})`;
  const conditions = conditionsOf(filter);
  const met = (also: readonly Sql[]) => sql`exists (
    select from custom_field_value v where ${join([sql`v.customer_id = ${customer}.id`, sql`v.field_id = ${field}`, ...also], ' and ')})`;
  if (filter.has !== false) return met(conditions);
  return conditions.length > 0 ? sql`false` : sql`(${field} is not null and not ${met([])})`;
}

const conditionsOf = ({ equals, contains, from, to, since, until, choiceIds }: CustomFieldFilter): Sql[] => [
  ...(equals ? [sql`v.plain_text = plain(${equals})`] : []),
  ...(contains ? [sql`v.plain_text like '%' || escape_like(plain(${contains})) || '%'`] : []),
  ...(from != null ? [sql`v.number >= ${from}::double precision`] : []),
  ...(to != null ? [sql`v.number <= ${to}::double precision`] : []),
  ...(since ? [sql`v.date >= ${since}::date`] : []),
  ...(until ? [sql`v.date <= ${until}::date`] : []),
  ...(choiceIds ? [sql`v.choice_id = any(${choiceIds.filter((id) => isUUID(id))}::uuid[])`] : []),
];
