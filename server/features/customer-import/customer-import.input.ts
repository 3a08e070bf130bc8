import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { type ReceivedFile, Upload } from '../../core/upload.js';
import { ColumnMappingInput } from '../import/import.input.js';
import { ImportRun } from '../import/import-run.entity.js';

export enum ExistingCustomers {
  UPDATE = 'update',
  LEAVE = 'leave',
}
registerEnumType(ExistingCustomers, {
  name: 'ExistingCustomers',
  description: 'What to do with lines whose customer is there already.',
  valuesConfig: {
    UPDATE: { description: 'The file prevails where it says something; blank cells leave what is there.' },
    LEAVE: { description: 'The customer stays as they are, contacts and addresses included.' },
  },
});

@InputType({ description: 'How to read a file of customers.' })
abstract class CustomerFileFields {
  @Field(() => [ColumnMappingInput], { nullable: true, description: 'Columns whose header is not guessed, or guessed wrongly.' })
  @Items({ max: 100 })
  mapping?: ColumnMappingInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Put before each reference of the file, such as `CT-`, so that the numbers of two older systems don’t meet.',
  })
  @Text({ max: 20 })
  prefix?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which sheet of a workbook, by its name; the first that is not hidden unless said.',
  })
  @Text({ max: 100 })
  sheet?: string | null;
}

@InputType({ description: 'A file of customers: a line for each, and a further one for each further contact or address.' })
export class ImportCustomersInput extends CustomerFileFields {
  @Field(() => Upload, {
    description: 'CSV (UTF-8, UTF-16 or Windows-1252; commas, semicolons, tabs or bars), plain or gzip; or an .xlsx workbook.',
  })
  file: Promise<ReceivedFile>;

  @Field(() => ExistingCustomers, {
    defaultValue: ExistingCustomers.UPDATE,
    description: 'What to do with lines whose customer is there already.',
  })
  existing: ExistingCustomers;

  @Field({ defaultValue: false, description: 'Only say what would happen.' })
  dryRun: boolean;
}

@InputType({ description: 'The beginning of a file of customers: as a file, or as rows that were read from it before.' })
export class CustomerImportPreviewInput extends CustomerFileFields {
  @Field(() => Upload, { nullable: true, description: 'The file, or its beginning.' })
  file?: Promise<ReceivedFile> | null;

  @Field(() => [[String]], { nullable: true, description: 'Its first rows in place of a file, the header first; 21 at most.' })
  @Items({ max: 21 })
  rows?: string[][] | null;
}

@ObjectType({ description: 'The answer to `importCustomers`.' })
export class ImportCustomersPayload extends Payload {
  @Field(() => ImportRun, { nullable: true, description: 'The import, which begins when its turn comes.' }) importRun?: ImportRun;
}
