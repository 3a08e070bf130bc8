import { pagesOf } from '../../core/pages.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import type { ImportRefusalFilter, ImportRunFilter } from './import.page.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportRun } from './import-run.entity.js';

export const importRunById = oneById(ImportRun);

export const importRuns = pagesOf(ImportRun, {
  where: ({ status, kind }: ImportRunFilter, row) => [
    ...(status ? [sql`${row}.status = ${status}`] : []),
    ...(kind ? [sql`${row}.kind = ${kind}`] : []),
  ],
});

export const refusalsByImportRun = pagesOf(ImportRefusal, {
  by: 'importRunId',
  where: ({ code }: ImportRefusalFilter, row) => (code ? [sql`${row}.code = ${code}`] : []),
});
