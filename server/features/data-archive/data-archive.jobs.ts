import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { sweepSoon } from '../../core/storage/unclaimed.js';
import { writeArchive } from './archive-writing.service.js';
import { DataArchive, DataArchiveStatus } from './data-archive.entity.js';

export const writeDataArchiveJob = defineJob<{ id: string }>({
  name: 'writeDataArchive',
  async work({ id }, { system, signal }) {
    const archive = await system().db.findOneBy(DataArchive, { id, status: DataArchiveStatus.QUEUED });
    if (archive) await writeArchive(system(), archive, signal);
  },
});

/** Copies whose time is over go. */
export const expireDataArchivesJob = defineJob<object>({
  name: 'expireDataArchives',
  cron: '*/10 * * * *',
  async work(_payload, { system }) {
    const expired = await system().query(sql`
      update data_archive set status = 'EXPIRED', storage_key = null, token_hash = null
      where status = 'READY' and expires_at <= now() returning id`);
    if (expired.length > 0) await sweepSoon(system());
  },
});
