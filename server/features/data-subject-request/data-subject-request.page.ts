import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { DataSubjectRequest, DataSubjectRequestStatus, DataSubjectRight } from './data-subject-request.entity.js';

export const DataSubjectRequestConnection = Connection(DataSubjectRequest);

export enum DataSubjectRequestSort {
  DUE_ON = 'dueOn',
  RECEIVED_ON = 'receivedOn',
}
registerEnumType(DataSubjectRequestSort, {
  name: 'DataSubjectRequestSort',
  description: 'What a list of requests is sorted by.',
  valuesConfig: {
    DUE_ON: { description: 'When the answer is due.' },
    RECEIVED_ON: { description: 'When it came in.' },
  },
});

@InputType({ description: 'Which requests. All conditions hold together.' })
export class DataSubjectRequestFilter {
  @Field(() => DataSubjectRequestStatus, { nullable: true, description: 'How far.' }) status?: DataSubjectRequestStatus | null;
  @Field(() => DataSubjectRight, { nullable: true, description: 'What for.' }) right?: DataSubjectRight | null;
  @Field(() => Boolean, { nullable: true, description: 'Still to be answered, or not.' }) open?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, and its last day is over.' }) overdue?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'About this customer.' }) customerId?: string | null;
}

@ArgsType()
export class DataSubjectRequestPage extends Page {
  @Field(() => DataSubjectRequestSort, { defaultValue: DataSubjectRequestSort.DUE_ON, description: 'What to sort by.' })
  sort: DataSubjectRequestSort;
  @Field(() => DataSubjectRequestFilter, { nullable: true, description: 'Which ones.' })
  filter?: DataSubjectRequestFilter | null;
}
