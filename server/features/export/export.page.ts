import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { ExportRun, ExportStatus } from './export-run.entity.js';

export const ExportRunConnection = Connection(ExportRun);

export enum ExportRunSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(ExportRunSort, {
  name: 'ExportRunSort',
  description: 'What a list of exports is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When it was asked for.' } },
});

@InputType({ description: 'Which exports.' })
export class ExportRunFilter {
  @Field(() => ExportStatus, { nullable: true, description: 'How far they got.' }) status?: ExportStatus | null;
  @Field(() => Boolean, { nullable: true, description: 'True: your own only.' }) mine?: boolean | null;
}

@ArgsType()
export class ExportRunPage extends Page {
  @Field(() => ExportRunSort, { defaultValue: ExportRunSort.CREATED_AT, description: 'What to sort by.' }) sort: ExportRunSort;
  @Field(() => ExportRunFilter, { nullable: true, description: 'Which ones.' }) filter?: ExportRunFilter | null;
}
