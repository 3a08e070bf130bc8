import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { Customer, CustomerKind, CustomerStatus } from './customer.entity.js';

export const CustomerConnection = Connection(Customer);

export enum CustomerSort {
  NAME = 'name',
  REFERENCE = 'reference',
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
}
registerEnumType(CustomerSort, {
  name: 'CustomerSort',
  description: 'What a list of customers is sorted by.',
  valuesConfig: {
    NAME: { description: 'Their name.' },
    REFERENCE: { description: 'Our reference.' },
    CREATED_AT: { description: 'When the record was made.' },
    UPDATED_AT: { description: 'When the record last changed.' },
  },
});

@InputType({ description: 'Which customers. All conditions hold together.' })
export class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, reference, SIRET, e-mail, phone or address. Accents, case and small typing mistakes are forgiven.',
  })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => CustomerStatus, { nullable: true, description: 'Active or not.' }) status?: CustomerStatus | null;
  @Field(() => CustomerKind, { nullable: true, description: 'Company or person.' }) kind?: CustomerKind | null;

  @Field(() => [String], { nullable: true, description: 'Those that have all of these tags.' })
  @Items({ max: 20 })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Sold to by this user.' }) resellerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Looked after by this user.' }) managerId?: string | null;
  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' }) createdFrom?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Made before this instant.' }) createdBefore?: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'With orders, or without any.' }) withOrders?: boolean | null;
}

@ArgsType()
export class CustomerPage extends Page {
  @Field(() => CustomerSort, { defaultValue: CustomerSort.NAME, description: 'What to sort by.' }) sort: CustomerSort;
  @Field(() => CustomerFilter, { nullable: true, description: 'Which ones.' }) filter?: CustomerFilter | null;
}
