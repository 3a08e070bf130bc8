import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { oneById, pickedBy, rows } from '../../core/relation.js';
import { join, type Sql, sql } from '../../core/sql.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import { Processor } from './processor.entity.js';
import type { ProcessingActivityFilter, ProcessorFilter } from './register.page.js';

export const processingActivityById = oneById(ProcessingActivity);
export const processorById = oneById(Processor);

const today = sql`(now() at time zone 'Europe/Paris')::date`;
/** On its last day it still goes on. */
const goesOn = (row: Sql): Sql => sql`(${row}.ended_on is null or ${row}.ended_on >= ${today})`;
const orNot = (wanted: boolean, condition: Sql): Sql => (wanted ? condition : sql`not (${condition})`);

/** Any of these columns says it, accents and case aside. */
const says = (search: string | null | undefined, columns: readonly Sql[]): Sql[] =>
  search?.trim()
    ? [sql`plain(concat_ws(' ', ${join(columns, ', ')})) like '%' || escape_like(plain(${search.trim()})) || '%'`]
    : [];

const takesPart = (activity: Sql, processor: Sql): Sql => sql`exists (
  select from processing_activity_processor part where part.activity_id = ${activity} and part.processor_id = ${processor})`;

export const processingActivities = pagesOf(ProcessingActivity, {
  where: ({ search, active, legalBasis, transfers, processorId }: ProcessingActivityFilter, row) => [
    ...says(search, [sql`${row}.name`, sql`${row}.purposes`, sql`${row}.people`, sql`${row}.data`, sql`${row}.recipients`]),
    ...(active == null ? [] : [orNot(active, goesOn(row))]),
    ...(legalBasis ? [sql`${legalBasis} = any(${row}.legal_bases)`] : []),
    ...(transfers == null ? [] : [orNot(transfers, sql`${row}.transfers is not null`)]),
    // What is no UUID is the id of nothing.
    ...(processorId ? [isUUID(processorId) ? takesPart(sql`${row}.id`, sql`${processorId}::uuid`) : sql`false`] : []),
  ],
});

export const processors = pagesOf(Processor, {
  where: ({ search, active, contract }: ProcessorFilter, row) => [
    ...says(search, [sql`${row}.name`, sql`${row}.service`, sql`${row}.contact`, sql`${row}.sub_processors`]),
    ...(active == null ? [] : [orNot(active, goesOn(row))]),
    ...(contract == null ? [] : [orNot(contract, sql`${row}.contract_on is not null`)]),
  ],
});

export const processorsByActivity = pickedBy(Processor, (key, asked) => {
  const it = asked.row;
  return sql`select * from ${rows(Processor, asked, takesPart(key, sql`${it}.id`))} order by ${it}.name, ${it}.id`;
});

export const activitiesByProcessor = pickedBy(ProcessingActivity, (key, asked) => {
  const it = asked.row;
  return sql`select * from ${rows(ProcessingActivity, asked, takesPart(sql`${it}.id`, key))} order by ${it}.name, ${it}.id`;
});
