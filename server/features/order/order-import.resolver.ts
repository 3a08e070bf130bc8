import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { ImportOrdersInput, ImportOrdersPayload } from './order-import.input.js';
import { importOrdersJob } from './order-import.jobs.js';
import { receiveOrders } from './order-import-request.service.js';

@Resolver()
export class OrderImportResolver {
  @Mutation(() => ImportOrdersPayload, {
    description:
      'Takes a file of orders and imports it in the background: customers and orders are made or completed, and the same file twice changes nothing.',
  })
  @Requires('order.import')
  @Limited('import')
  async importOrders(
    @Arg('input', { description: 'The file, and how to read it.' }) input: ImportOrdersInput,
    @Ctx() ctx: Context,
  ): Promise<ImportOrdersPayload> {
    const importRun = await receiveOrders(ctx, input);
    await enqueue(ctx, importOrdersJob, { importRunId: importRun.id });
    return { importRun };
  }
}
