import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { DataBreach } from './data-breach.entity.js';
import type { DataBreachFilter } from './data-breach.page.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

export const dataBreachById = oneById(DataBreach);
export const entriesByBreach = manyBy(DataBreachEntry, 'breachId', { order: { at: 'desc' } });

/** The clock runs, or is over: nobody told the CNIL, and nobody said that there is no risk. */
export const isToBeNotified = (row: Sql): Sql =>
  sql`(${row}.closed_at is null and ${row}.notified_at is null and ${row}.risk is distinct from 'NONE')`;
const orNot = (wanted: boolean, condition: Sql): Sql => (wanted ? condition : sql`not (${condition})`);

export const dataBreaches = pagesOf(DataBreach, {
  where: ({ search, open, toNotify, risk, nature }: DataBreachFilter, row) => [
    ...(search?.trim()
      ? [
          sql`plain(concat_ws(' ', ${row}.reference, ${row}.title, ${row}.description, ${row}.people))
            like '%' || escape_like(plain(${search.trim()})) || '%'`,
        ]
      : []),
    ...(open == null ? [] : [orNot(open, sql`${row}.closed_at is null`)]),
    ...(toNotify == null ? [] : [orNot(toNotify, isToBeNotified(row))]),
    ...(risk ? [sql`${row}.risk = ${risk}`] : []),
    ...(nature ? [sql`${nature} = any(${row}.natures)`] : []),
  ],
});
