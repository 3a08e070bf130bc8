import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { CustomerImportPreviewInput, ImportCustomersInput, ImportCustomersPayload } from './customer-import.input.js';
import { importCustomersJob } from './customer-import.jobs.js';
import { CustomerImportPreview } from './customer-import.page.js';
import { receiveCustomers } from './customer-import-request.service.js';
import { previewCustomers } from './customer-preview.service.js';

@Resolver()
export class CustomerImportResolver {
  @Query(() => CustomerImportPreview, {
    description: 'What `importCustomers` would make of the first rows of a file: its columns, and what is wrong at which cell.',
  })
  @Requires('customer.import')
  customerImportPreview(
    @Arg('input', { description: 'The file or its first rows, and how to read them.' }) input: CustomerImportPreviewInput,
    @Ctx() ctx: Context,
  ): Promise<CustomerImportPreview> {
    return previewCustomers(ctx, input);
  }

  @Mutation(() => ImportCustomersPayload, {
    description:
      'Takes a file of customers and imports it in the background: they are made or changed by the rules of the form, with their contacts, addresses and tags, and the same file twice changes nothing.',
  })
  @Requires('customer.import')
  @Limited('import')
  async importCustomers(
    @Arg('input', { description: 'The file, and how to read it.' }) input: ImportCustomersInput,
    @Ctx() ctx: Context,
  ): Promise<ImportCustomersPayload> {
    const importRun = await receiveCustomers(ctx, input);
    await enqueue(ctx, importCustomersJob, { importRunId: importRun.id });
    return { importRun };
  }
}
