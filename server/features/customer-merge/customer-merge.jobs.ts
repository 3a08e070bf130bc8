import type { Context } from '../../core/context.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { ImportKind } from '../import/import-run.entity.js';
import { onImported } from '../import/import-work.service.js';
import { findDuplicates } from './duplicate-find.service.js';

/** Begun again where it was cut off: who is compared already is not compared twice. */
export const findDuplicatesJob = defineJob<object>({
  name: 'findCustomerDuplicates',
  cron: '47 2 * * *',
  async work(_payload, { system, signal, logger }) {
    const looked = await findDuplicates(system(), signal);
    if (looked > 0) logger.info({ looked }, 'customers were compared with each other');
  },
});

/** Asked for twice before it begins, it is done once. */
export const searchSoon = (ctx: Context): Promise<void> => enqueue(ctx, findDuplicatesJob, {}, { key: 'findCustomerDuplicates' });

onImported(ImportKind.CUSTOMERS, searchSoon);
onImported(ImportKind.ORDERS, searchSoon);
