import { hydrate, type Json, pickedBy, rows, valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { ImportRun } from '../import/import-run.entity.js';
import { todayInParis } from '../invoice/invoice.relations.js';
import { Mission } from '../mission/mission.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { Milestone } from '../project/milestone.entity.js';
import { Project } from '../project/project.entity.js';

const FEW = sql`5`;

/** The next milestone of all projects under way. The key is the viewer's id, here and below. */
export const nextMilestone = valueBy(
  Milestone,
  (_key, asked) => sql`(select ${asked.json(Milestone)} from (
    select * from ${rows(
      Milestone,
      asked,
      sql`${asked.row}.done_at is null and ${asked.row}.due_on is not null and exists (
      select from project its where its.id = ${asked.row}.project_id and its.status in ('PLANNED', 'IN_PROGRESS'))`,
    )}
    order by ${asked.row}.due_on, ${asked.row}.id limit 1) ${asked.row})`,
  (json) => (json === null ? null : hydrate(Milestone, json as Json)),
);

/** The mission to go to: the one under way, else the one that begins first. */
export const nextMission = valueBy(
  Mission,
  (key, asked) => sql`(select ${asked.json(Mission)} from (
    select * from ${rows(Mission, asked, sql`${asked.row}.prestataire_id = ${key} and ${asked.row}.status in ('ASSIGNED', 'IN_PROGRESS')`)}
    order by ${asked.row}.status = 'IN_PROGRESS' desc, ${asked.row}.scheduled_start nulls last, ${asked.row}.id limit 1) ${asked.row})`,
  (json) => (json === null ? null : hydrate(Mission, json as Json)),
);

export const closingSoon = pickedBy(
  Opportunity,
  (_key, asked) => sql`
    select * from ${rows(Opportunity, asked, sql`${asked.row}.closed_at is null and ${asked.row}.expected_close_on <= ${todayInParis} + 14`)}
    order by ${asked.row}.expected_close_on, ${asked.row}.id limit ${FEW}`,
);

export const lateProjects = pickedBy(
  Project,
  (_key, asked) => sql`
    select * from ${rows(Project, asked, sql`${asked.row}.status not in ('DRAFT', 'DONE', 'CANCELLED') and ${asked.row}.due_on < ${todayInParis}`)}
    order by ${asked.row}.due_on, ${asked.row}.id limit ${FEW}`,
);

export const recentImports = pickedBy(
  ImportRun,
  (_key, asked) => sql`
    select * from ${rows(ImportRun, asked, sql`true`)} order by ${asked.row}.created_at desc, ${asked.row}.id desc limit ${FEW}`,
);
