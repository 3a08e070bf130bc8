import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { type ReceivedFile, Upload } from '../../core/upload.js';
import { ColumnMappingInput } from '../import/import.input.js';
import { ImportRun } from '../import/import-run.entity.js';

export enum DateOrder {
  DAY_FIRST = 'day-first',
  MONTH_FIRST = 'month-first',
}
registerEnumType(DateOrder, {
  name: 'DateOrder',
  description: 'How to read a date such as 02/03/2026.',
  valuesConfig: {
    DAY_FIRST: { description: '2 March, as in Europe.' },
    MONTH_FIRST: { description: '3 February, as in America.' },
  },
});

@InputType({ description: 'A file of orders, one row a line of an order.' })
export class ImportOrdersInput {
  @Field(() => Upload, {
    description:
      'CSV (UTF-8, UTF-16 or Windows-1252; commas, semicolons, tabs or bars), plain or gzip; or an .xlsx workbook, whose first sheet is read.',
  })
  file: Promise<ReceivedFile>;

  @Field(() => String, { nullable: true, description: 'ISO 4217: the currency of orders that name none; EUR unless said.' })
  @Text({ max: 3 })
  currency?: string | null;

  @Field(() => [ColumnMappingInput], { nullable: true, description: 'Columns whose header is not guessed.' })
  @Items({ max: 20 })
  mapping?: ColumnMappingInput[] | null;

  @Field(() => String, { nullable: true, description: 'The zone of dates without an offset; Europe/Paris unless said.' })
  @Text({ max: 60 })
  timeZone?: string | null;

  @Field(() => DateOrder, {
    nullable: true,
    description: 'How to read 02/03/2026. Unless said the file as a whole shows it, and where nothing does, the day comes first.',
  })
  dates?: DateOrder | null;

  @Field({ defaultValue: false, description: 'Only say what would happen.' })
  dryRun: boolean;
}

@ObjectType({ description: 'The answer to `importOrders`.' })
export class ImportOrdersPayload extends Payload {
  @Field(() => ImportRun, { nullable: true, description: 'The import, which begins when its turn comes.' }) importRun?: ImportRun;
}
