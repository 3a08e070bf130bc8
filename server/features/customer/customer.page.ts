import { ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { CustomerFiguresFilter } from '../figures/figures.page.js';
import { CustomFieldFilter } from './custom-field-value.page.js';
import { Customer, CustomerKind, CustomerStatus } from './customer.entity.js';

export const CustomerConnection = Connection(Customer);

export enum CustomerSort {
  NAME = 'name',
  REFERENCE = 'reference',
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  RELEVANCE = 'relevance',
  ORDER_COUNT = 'orderCount',
  SPENT = 'spent',
  LAST_ORDER = 'lastOrder',
}
registerEnumType(CustomerSort, {
  name: 'CustomerSort',
  description: 'What a list of customers is sorted by.',
  valuesConfig: {
    NAME: { description: 'Their name.' },
    REFERENCE: { description: 'Our reference.' },
    CREATED_AT: { description: 'When the record was made.' },
    UPDATED_AT: { description: 'When the record last changed.' },
    RELEVANCE: { description: 'How well they fit what is searched for: descending, the best match first.' },
    ORDER_COUNT: { description: 'How many orders they placed, for who sees all of them.' },
    SPENT: { description: 'What they spent on confirmed orders, for who sees all of them.' },
    LAST_ORDER: { description: 'When they last ordered, for who sees all their orders; never comes first.' },
  },
});

@InputType({ description: 'Which customers. All conditions hold together.' })
export class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, reference, SIRET, e-mail, phone, address or contacts, or the plate of a vehicle; for our own people also of who signs in for them. Accents, case and small typing mistakes are forgiven, and what separates the signs of a plate.',
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

  @Field(() => ID, { nullable: true, description: 'In this segment now. For our own people; nobody is in one they may not see.' })
  segmentId?: string | null;

  @Field(() => [CustomFieldFilter], { nullable: true, description: 'Conditions on custom fields, 20 at most.' })
  @Items({ max: 20 })
  @ValidateNested({ each: true })
  customFields?: CustomFieldFilter[] | null;

  @Field(() => CustomerFiguresFilter, { nullable: true, description: 'What their purchases say.' })
  @ValidateNested()
  figures?: CustomerFiguresFilter | null;
}

@ArgsType()
export class CustomerPage extends Page {
  @Field(() => CustomerSort, { defaultValue: CustomerSort.NAME, description: 'What to sort by.' }) sort: CustomerSort;
  @Field(() => CustomerFilter, { nullable: true, description: 'Which ones.' }) filter?: CustomerFilter | null;
}
