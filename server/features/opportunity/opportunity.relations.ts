import { isUUID } from 'class-validator';
import type { Args } from '../../core/asked.js';
import { pagesOf } from '../../core/pages.js';
import { allOf, figuresBy, manyBy, oneById, topBy } from '../../core/relation.js';
import { join, type Sql, sql } from '../../core/sql.js';
import { Opportunity } from './opportunity.entity.js';
import type { OpportunityFilter } from './opportunity.page.js';
import { OpportunityChange } from './opportunity-change.entity.js';
import { OpportunityNote } from './opportunity-note.entity.js';
import { PipelineStage } from './pipeline-stage.entity.js';

export const opportunityById = oneById(Opportunity);
export const stageById = oneById(PipelineStage);
export const stages = allOf(PipelineStage, { order: { position: 'asc' } });

const idOrNone = (id: string): string | null => (isUUID(id) ? id : null);

/** What is written on its card: it, the prospect, whom to talk to, and the customer. */
function found(row: Sql, search: string): Sql {
  const part = sql`'%' || escape_like(plain(${search})) || '%'`;
  return sql`(plain(concat_ws(' ', ${row}.title, ${row}.prospect_name, ${row}.contact_name)) like ${part}
    or ${row}.customer_id in (
      select buyer.id from customer buyer where buyer.search_text like ${part} and plain(buyer.name) like ${part}))`;
}

const where = ({ search, stageId, ownerId, customerId, open, closesBefore }: OpportunityFilter, row: Sql): Sql[] => [
  ...(search?.trim() ? [found(row, search.trim())] : []),
  ...(stageId ? [sql`${row}.stage_id = ${idOrNone(stageId)}::uuid`] : []),
  ...(ownerId ? [sql`${row}.owner_id = ${idOrNone(ownerId)}::uuid`] : []),
  ...(customerId ? [sql`${row}.customer_id = ${idOrNone(customerId)}::uuid`] : []),
  ...(open == null ? [] : [sql`${row}.closed_at is ${open ? sql`` : sql`not`} null`]),
  ...(closesBefore ? [sql`${row}.expected_close_on < ${closesBefore}::date`] : []),
];

/** The `filter` of a column of the board. */
const only = (row: Sql, { filter }: Args): Sql => join([sql`true`, ...where((filter ?? {}) as OpportunityFilter, row)], ' and ');

export const opportunities = pagesOf(Opportunity, { where });
export const opportunitiesByCustomer = pagesOf(Opportunity, { by: 'customerId', where });
export const opportunitiesByStage = topBy(Opportunity, 'stageId', { order: { position: 'asc' }, only });
export const changesByOpportunity = manyBy(OpportunityChange, 'opportunityId', { order: { at: 'desc' } });
export const notesByOpportunity = manyBy(OpportunityNote, 'opportunityId', { order: { createdAt: 'desc' } });

const probability = (row: Sql): Sql => sql`(select s.probability from pipeline_stage s where s.id = ${row}.stage_id)`;
const isOpen = (row: Sql): Sql => sql`${row}.closed_at is null`;
/** Only what is lost has a reason, and the database sees to it. */
const isWon = (row: Sql): Sql => sql`${row}.closed_at is not null and ${row}.lost_reason is null`;
const thisMonth = (instant: Sql): Sql =>
  sql`${instant} >= date_trunc('month', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris'`;
const lastYear = (instant: Sql): Sql => sql`${instant} >= now() - interval '1 year'`;
const sumOf = (row: Sql, condition: Sql): Sql => sql`coalesce(sum(${row}.amount_cents) filter (where ${condition}), 0)::bigint`;
/** The forecast: each amount by its stage’s probability. */
export const weighted = (row: Sql, condition: Sql): Sql =>
  sql`coalesce(round(sum(${row}.amount_cents * ${probability(row)} / 100.0) filter (where ${condition})), 0)::bigint`;

export const stageFigures = figuresBy(
  Opportunity,
  'stageId',
  {
    count: () => sql`count(*)`,
    amountCents: (row) => sumOf(row, sql`true`),
    weightedCents: (row) => weighted(row, sql`true`),
    currency: () => sql`'EUR'`,
  },
  only,
);

export const pipelineFigures = figuresBy(Opportunity, null, {
  openCount: (row) => sql`count(*) filter (where ${isOpen(row)})`,
  openCents: (row) => sumOf(row, isOpen(row)),
  weightedCents: (row) => weighted(row, isOpen(row)),
  wonThisMonthCount: (row) => sql`count(*) filter (where ${isWon(row)} and ${thisMonth(sql`${row}.closed_at`)})`,
  wonThisMonthCents: (row) => sumOf(row, sql`${isWon(row)} and ${thisMonth(sql`${row}.closed_at`)}`),
  conversionRate: (row) => sql`round(
    count(*) filter (where ${isWon(row)} and ${lastYear(sql`${row}.closed_at`)})::numeric
    / nullif(count(*) filter (where ${lastYear(sql`${row}.closed_at`)}), 0), 4)`,
  averageDaysToWin: (row) => sql`round(
    (avg(extract(epoch from ${row}.closed_at - ${row}.created_at)) filter (where ${isWon(row)} and ${lastYear(sql`${row}.closed_at`)}) / 86400)::numeric, 1)`,
  currency: () => sql`'EUR'`,
});
