import { ArgsType, Field, Float, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { CustomerDuplicate, CustomerDuplicateStatus } from './customer-duplicate.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';

export const CustomerDuplicateConnection = Connection(CustomerDuplicate);
export const CustomerMergeConnection = Connection(CustomerMerge);

export enum CustomerDuplicateSort {
  PROBABILITY = 'score',
  CREATED_AT = 'createdAt',
}
registerEnumType(CustomerDuplicateSort, {
  name: 'CustomerDuplicateSort',
  description: 'What a list of possible duplicates is sorted by.',
  valuesConfig: {
    PROBABILITY: { description: 'How likely they are one.' },
    CREATED_AT: { description: 'When it was first thought of.' },
  },
});

@InputType({ description: 'Which pairs. All conditions hold together.' })
export class CustomerDuplicateFilter {
  @Field(() => CustomerDuplicateStatus, { nullable: true, description: 'What became of it; OPEN unless said.' })
  status?: CustomerDuplicateStatus | null;
  @Field(() => Float, { nullable: true, description: 'At least so likely.' }) minProbability?: number | null;
  @Field(() => ID, { nullable: true, description: 'With this customer.' }) customerId?: string | null;
}

@ArgsType()
export class CustomerDuplicatePage extends Page {
  @Field(() => CustomerDuplicateSort, { defaultValue: CustomerDuplicateSort.PROBABILITY, description: 'What to sort by.' })
  sort: CustomerDuplicateSort;
  @Field(() => CustomerDuplicateFilter, { nullable: true, description: 'Which ones.' }) filter?: CustomerDuplicateFilter | null;
}

export enum CustomerMergeSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(CustomerMergeSort, {
  name: 'CustomerMergeSort',
  description: 'What a list of merges is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When they were merged.' } },
});

@InputType({ description: 'Which merges. All conditions hold together.' })
export class CustomerMergeFilter {
  @Field(() => ID, { nullable: true, description: 'Into this customer.' }) customerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Parted again since, or not.' }) split?: boolean | null;
}

@ArgsType()
export class CustomerMergePage extends Page {
  @Field(() => CustomerMergeSort, { defaultValue: CustomerMergeSort.CREATED_AT, description: 'What to sort by.' })
  sort: CustomerMergeSort;
  @Field(() => CustomerMergeFilter, { nullable: true, description: 'Which ones.' }) filter?: CustomerMergeFilter | null;
}
