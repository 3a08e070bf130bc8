import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { ImportKind } from '../import/import-run.entity.js';
import { onImported } from '../import/import-work.service.js';
import { OrderLinkOrigin, OrderLinkRun, OrderLinkRunStatus } from './order-link-run.entity.js';
import { addLinkRun, runLinking } from './order-link-run.service.js';

/** Begun again from its start when it was cut off: what is linked already is not looked at twice. */
export const linkOrdersJob = defineJob<{ runId: string; onlyNew: boolean }>({
  name: 'linkOrders',
  async work({ runId, onlyNew }, { system, signal, logger }) {
    const run = await system().db.findOneBy(OrderLinkRun, { id: runId });
    if (!run || run.status === OrderLinkRunStatus.DONE || run.status === OrderLinkRunStatus.UNDONE) return;
    const { counts } = await runLinking(system(), run, onlyNew, signal);
    logger.info({ orderLinkRun: runId, ...counts }, 'orders were looked at');
  },
});

/** What an import brought is looked at at once; all the rest was before. */
onImported(ImportKind.ORDERS, async (ctx) => {
  const run = await addLinkRun(ctx, { origin: OrderLinkOrigin.IMPORT, dryRun: false, force: false });
  await enqueue(ctx, linkOrdersJob, { runId: run.id, onlyNew: true });
});
