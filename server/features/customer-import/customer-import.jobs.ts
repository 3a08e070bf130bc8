import { importJob } from '../import/import-job.service.js';
import { type CustomerImportOptions, importCustomers } from './customer-import.service.js';

export const importCustomersJob = importJob(
  'importCustomers',
  'customer.import',
  ({ dryRun, options }) =>
    (ctx, bytes, watcher, signal) =>
      importCustomers(ctx, bytes, { ...(options as CustomerImportOptions), dryRun }, watcher, signal),
);
