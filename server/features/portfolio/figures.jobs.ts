import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { ImportKind } from '../import/import-run.entity.js';
import { onImported } from '../import/import-work.service.js';
import { fitLifetimes } from '../lifetime/fit.service.js';
import { todayOf } from '../lifetime/history.service.js';
import { drawFigures } from './figures-draw.service.js';
import { followPurchases } from './figures-follow.service.js';
import { FiguresRunStatus } from './figures-run.entity.js';
import { noteProgress } from './figures-run.service.js';

/** What fitting the models takes of the whole. */
const FITTING = 0.3;

/** Each night, once orders were imported, and when somebody asks for it. */
export const refreshFiguresJob = defineJob<object>({
  name: 'refreshFigures',
  cron: '41 2 * * *',
  async work(_, { system, signal, logger }) {
    const ctx = system();
    const asOf = await todayOf(ctx);
    try {
      await noteProgress(ctx, FiguresRunStatus.RUNNING, 0);
      const currencies = await fitLifetimes(ctx, asOf, signal);
      const customers = await drawFigures(ctx, asOf, signal, (part) =>
        noteProgress(ctx, FiguresRunStatus.RUNNING, FITTING + (1 - FITTING) * part),
      );
      await noteProgress(ctx, FiguresRunStatus.DONE, 1);
      logger.info({ asOf, currencies, customers }, 'forecast models were fitted, and the figures of customers worked out');
    } catch (error) {
      await noteProgress(ctx, FiguresRunStatus.FAILED, 0);
      throw error;
    }
  },
});

/** Asked for where a purchase changed, and each minute for what fell between two. */
export const followFiguresJob = defineJob<object>({
  name: 'followFigures',
  cron: '* * * * *',
  async work(_, { system, signal, logger }) {
    const customers = await followPurchases(system(), refreshFiguresJob, signal);
    if (customers > 0) logger.info({ customers }, 'figures of customers whose purchases changed were worked out');
  },
});

onImported(ImportKind.ORDERS, (ctx) => enqueue(ctx, refreshFiguresJob, {}, { key: 'refreshFigures' }));
