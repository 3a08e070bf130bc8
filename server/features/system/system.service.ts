import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { FolderStorage } from '../../core/storage/folder.storage.js';
import { StorageKind, type SystemStatus } from './system-status.entity.js';

const packageFile = findPackageJSON(import.meta.url);
const { version } = JSON.parse(packageFile ? readFileSync(packageFile, 'utf8') : '{}') as { version: string };

interface Measured {
  database: Omit<SystemStatus['database'], 'startedAt'> & { startedAt: string };
  jobs: Omit<SystemStatus['jobs'], 'oldestDueAt'> & { oldestDueAt: string | null };
  mails: SystemStatus['mails'];
}

export async function systemStatus(ctx: Context): Promise<SystemStatus> {
  const [{ database, jobs, mails }] = await ctx.query<Measured>(sql`
    select
      json_object(
        'version': split_part(current_setting('server_version'), ' ', 1),
        'sizeBytes': pg_database_size(current_database()),
        'connections': (select count(*) from pg_stat_activity where datname = current_database()),
        'maxConnections': current_setting('max_connections')::int,
        'startedAt': pg_postmaster_start_time(),
        'lastMigration': (select name from migrations order by id desc limit 1)) as database,
      (select json_object(
        'queued': count(*) filter (where locked_at is null and attempts < max_attempts),
        'running': count(*) filter (where locked_at is not null),
        'failed': count(*) filter (where locked_at is null and attempts >= max_attempts),
        'oldestDueAt': min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at <= now()))
        from graphile_worker.jobs) as jobs,
      (select json_object(
        'queued': count(*) filter (where status = 'QUEUED'),
        'sent': count(*) filter (where status = 'SENT'),
        'kept': count(*) filter (where status = 'KEPT'),
        'failed': count(*) filter (where status = 'FAILED'))
        from mail) as mails`);
  return {
    version,
    nodeVersion: process.versions.node,
    startedAt: new Date(performance.timeOrigin),
    memoryBytes: process.memoryUsage.rss(),
    listening: ctx.services.events.listening,
    storage: ctx.services.storage instanceof FolderStorage ? StorageKind.FOLDER : StorageKind.OBJECT_STORE,
    database: { ...database, startedAt: new Date(database.startedAt) },
    jobs: { ...jobs, oldestDueAt: jobs.oldestDueAt === null ? null : new Date(jobs.oldestDueAt) },
    mails,
  };
}
