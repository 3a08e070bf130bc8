import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { ImportRun, ImportStatus } from './import-run.entity.js';
import { dropFile } from './import-run.service.js';
import { runImport, type Work } from './import-work.service.js';

/**
 * The job that imports files of one kind, for whoever still may. Begun again from its start when it was cut off: nothing comes
 * twice.
 */
export const importJob = (name: string, permission: string, workOf: (run: ImportRun) => Work) =>
  defineJob<{ importRunId: string }>({
    name,
    async work({ importRunId }, { contextOf, system, signal, logger }) {
      const run = await system().db.findOneBy(ImportRun, { id: importRunId });
      if (!run?.storageKey || run.status === ImportStatus.DONE) return;
      const ctx = run.createdById === null ? null : await contextOf(run.createdById);
      if (!ctx?.viewer.permissions.has(permission)) {
        await system().query(sql`
          update import_run set status = 'FAILED', error_code = 'FORBIDDEN', finished_at = now() where id = ${run.id}`);
      } else {
        const bytes = await system().services.storage.get(run.storageKey);
        await runImport(ctx, run, bytes, signal, workOf(run));
        logger.info({ importRun: run.id }, 'an import ended');
      }
      await dropFile(system(), run.id);
    },
  });
