import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { ImportKind } from '../import/import-run.entity.js';
import { onImported } from '../import/import-work.service.js';
import { fitLifetimes } from '../lifetime/fit.service.js';
import { todayOf } from '../lifetime/history.service.js';
import { drawFigures } from './figures-draw.service.js';

/** Each night, and once orders were imported. */
export const refreshFiguresJob = defineJob<object>({
  name: 'refreshFigures',
  cron: '41 2 * * *',
  async work(_, { system, signal, logger }) {
    const ctx = system();
    const asOf = await todayOf(ctx);
    const currencies = await fitLifetimes(ctx, asOf, signal);
    const customers = await drawFigures(ctx, asOf, signal);
    logger.info({ asOf, currencies, customers }, 'forecast models were fitted, and the figures of customers worked out');
  },
});

onImported(ImportKind.ORDERS, (ctx) => enqueue(ctx, refreshFiguresJob, {}, { key: 'refreshFigures' }));
