import type { Context } from '../../core/context.js';
import { ImportKind, type ImportRun } from '../import/import-run.entity.js';
import { mappingOf, receiveFile } from '../import/import-run.service.js';
import { fillableFields } from './custom-values.service.js';
import { columnsWith } from './customer-columns.rules.js';
import type { ImportCustomersInput } from './customer-import.input.js';
import type { CustomerImportOptions } from './customer-import.service.js';

/** Takes a file of customers and how to read it. */
export async function receiveCustomers(ctx: Context, input: ImportCustomersInput): Promise<ImportRun> {
  const options: CustomerImportOptions = {
    mapping: mappingOf(columnsWith(await fillableFields(ctx)), input.mapping),
    prefix: input.prefix?.trim() ?? '',
    sheet: input.sheet || null,
    existing: input.existing,
  };
  return receiveFile(ctx, input, { kind: ImportKind.CUSTOMERS, currency: null, options });
}
