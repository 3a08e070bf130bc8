import { defineJob } from '../../core/jobs/jobs.js';
import { sweepSoon } from '../../core/storage/unclaimed.js';
import { ExportRun } from './export-run.entity.js';
import { expireExports, writeExport } from './export-writing.service.js';

export const writeExportJob = defineJob<{ exportRunId: string }>({
  name: 'writeExport',
  async work({ exportRunId }, { contextOf, system, signal }) {
    const run = await system().db.findOneBy(ExportRun, { id: exportRunId });
    if (run) await writeExport(system(), await contextOf(run.createdById, run.portal), run, signal);
  },
});

export const expireExportsJob = defineJob<object>({
  name: 'expireExports',
  cron: '*/10 * * * *',
  async work(_payload, { system }) {
    if ((await expireExports(system())) > 0) await sweepSoon(system());
  },
});
