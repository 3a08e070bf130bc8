import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { ImportRun, ImportStatus } from './import-run.entity.js';
import { dropFile, runImport } from './import-run.service.js';
import type { FileOptions } from './order-reader.rules.js';

/** Imports a file that was sent. Begun again from its start when it was cut off: nothing comes twice. */
export const importOrdersJob = defineJob<{ importRunId: string }>({
  name: 'importOrders',
  async work({ importRunId }, { contextOf, system, signal, logger }) {
    const run = await system().db.findOneBy(ImportRun, { id: importRunId });
    if (!run?.storageKey || run.status === ImportStatus.DONE) return;
    const ctx = run.createdById === null ? null : await contextOf(run.createdById);
    if (!ctx?.viewer.permissions.has('order.import')) {
      await system().query(sql`
        update import_run set status = 'FAILED', error_code = 'FORBIDDEN', finished_at = now() where id = ${run.id}`);
    } else {
      const bytes = await system().services.storage.get(run.storageKey);
      const { id, totalBytes, dryRun } = run;
      await runImport(ctx, { id, totalBytes, dryRun, options: run.options as FileOptions }, bytes, signal);
      logger.info({ importRun: id }, 'an import ended');
    }
    await dropFile(system(), run.id);
  },
});
