import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { RetentionRun } from './retention-run.entity.js';

export const RetentionRunConnection = Connection(RetentionRun);

export enum RetentionRunSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(RetentionRunSort, {
  name: 'RetentionRunSort',
  description: 'What reports are sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When the run was asked for.' } },
});

@ArgsType()
export class RetentionRunPage extends Page {
  @Field(() => RetentionRunSort, { defaultValue: RetentionRunSort.CREATED_AT, description: 'What to sort by.' })
  sort: RetentionRunSort;
}
