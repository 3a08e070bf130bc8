import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportKind, ImportRun, ImportStatus } from './import-run.entity.js';

export const ImportRunConnection = Connection(ImportRun);
export const ImportRefusalConnection = Connection(ImportRefusal);

export enum ImportRunSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(ImportRunSort, {
  name: 'ImportRunSort',
  description: 'What a list of imports is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When it was asked for.' } },
});

@InputType({ description: 'Which imports.' })
export class ImportRunFilter {
  @Field(() => ImportStatus, { nullable: true, description: 'How far they got.' }) status?: ImportStatus | null;
  @Field(() => ImportKind, { nullable: true, description: 'What the file brings.' }) kind?: ImportKind | null;
}

@ArgsType()
export class ImportRunPage extends Page {
  @Field(() => ImportRunSort, { defaultValue: ImportRunSort.CREATED_AT, description: 'What to sort by.' }) sort: ImportRunSort;
  @Field(() => ImportRunFilter, { nullable: true, description: 'Which ones.' }) filter?: ImportRunFilter | null;
}

export enum ImportRefusalSort {
  LINE = 'line',
}
registerEnumType(ImportRefusalSort, {
  name: 'ImportRefusalSort',
  description: 'What a list of refused lines is sorted by.',
  valuesConfig: { LINE: { description: 'Its line in the file.' } },
});

@InputType({ description: 'Which refused lines.' })
export class ImportRefusalFilter {
  @Field(() => String, { nullable: true, description: 'Refused for this reason.' })
  @Text({ max: 50 })
  code?: string | null;
}

@ArgsType()
export class ImportRefusalPage extends Page {
  @Field(() => ImportRefusalSort, { defaultValue: ImportRefusalSort.LINE, description: 'What to sort by.' })
  sort: ImportRefusalSort;
  @Field(() => ImportRefusalFilter, { nullable: true, description: 'Which ones.' }) filter?: ImportRefusalFilter | null;
}
