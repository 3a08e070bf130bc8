import { Field, InputType } from 'type-graphql';
import { Text } from '../../core/inputs.js';

@InputType({ description: 'Which column of a file holds a field of what it brings.' })
export class ColumnMappingInput {
  @Field({
    description:
      'Of an order: number, placedAt, customer, email, phone, name, country, sku, description, quantity, unitPrice, status or currency. Of a customer: see `customerImportPreview`.',
  })
  @Text({ min: 1, max: 50 })
  field: string;

  @Field({ description: 'The column’s header. Empty leaves the field out, even where a header would be guessed.' })
  @Text({ max: 200 })
  column: string;
}
