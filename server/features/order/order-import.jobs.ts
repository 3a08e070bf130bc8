import { importJob } from '../import/import-job.service.js';
import { importOrders } from './order-import.service.js';
import type { FileOptions } from './order-reader.rules.js';

export const importOrdersJob = importJob(
  'importOrders',
  'order.import',
  ({ dryRun, options }) =>
    (ctx, bytes, watcher, signal) =>
      importOrders(ctx, bytes, { ...(options as FileOptions), dryRun }, watcher, signal),
);
