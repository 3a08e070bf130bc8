import { pagesOf } from '../../core/pages.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import type { ExportRunFilter } from './export.page.js';
import { ExportRun } from './export-run.entity.js';

export const exportRunById = oneById(ExportRun);

export const exportRuns = pagesOf(ExportRun, {
  where: ({ status, mine }: ExportRunFilter, row, viewer) => [
    ...(status ? [sql`${row}.status = ${status}`] : []),
    ...(mine ? [sql`${row}.created_by_id = ${viewer.id}`] : []),
  ],
});
