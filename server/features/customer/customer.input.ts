import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { CustomFieldValueInput } from './custom-field-value.input.js';
import { Customer, CustomerKind, CustomerStatus } from './customer.entity.js';
import { CustomerFilter } from './customer.page.js';

@InputType({ description: 'What is known of a customer. Absent leaves it as it is; null empties it.' })
export abstract class CustomerFields {
  @Field(() => CustomerKind, { nullable: true, description: 'Company or person.' }) kind?: CustomerKind | null;
  @Field(() => String, { nullable: true, description: 'The name they go by.' }) @Text({ max: 200 }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'SIRET; blanks are fine.' }) @Text({ max: 30 }) siret?: string | null;
  @Field(() => String, { nullable: true, description: 'VAT number; blanks are fine.' }) @Text({ max: 30 }) vatNumber?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' }) @Text({ max: 254 }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number, as written in France or with its country.' })
  @Text({ max: 40 })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Web site.' }) @Text({ max: 300 }) website?: string | null;
  @Field(() => String, { nullable: true, description: 'IBAN; blanks are fine.' }) @Text({ max: 50 }) iban?: string | null;

  @Field(() => [String], { nullable: true, description: 'Our words for them; replaces those they have.' })
  @Items({ max: 30 })
  @Text({ max: 50, each: true })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What we do not tell them.' }) @Text({ max: 10_000 }) internalNote?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'Who sells to them. Our own people only.' }) resellerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who looks after them. Our own people only.' }) managerId?: string | null;

  @Field(() => [CustomFieldValueInput], {
    nullable: true,
    description: 'What custom fields say of them; those that are not named stay. For who may fill them in.',
  })
  @Items({ max: 100 })
  customFields?: CustomFieldValueInput[] | null;
}

@InputType({ description: 'A new customer.' })
export class CreateCustomerInput extends CustomerFields {
  @Field(() => CustomerKind, { description: 'Company or person.' }) declare kind: CustomerKind;
  @Field(() => String, { description: 'The name they go by.' }) @Text({ min: 1, max: 200 }) declare name: string;
}

@InputType({ description: 'A change to a customer.' })
export class UpdateCustomerInput extends CustomerFields {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'A customer’s new status.' })
export class SetCustomerStatusInput {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field(() => CustomerStatus, { description: 'From now on.' }) status: CustomerStatus;
}

@InputType({ description: 'Customers chosen in a list.' })
export abstract class CustomersChosen {
  @Field(() => [ID], { description: 'Theirs; 500 at most. All are changed, or none.' })
  @Items({ min: 1, max: 500 })
  ids: string[];

  @Field(() => CustomerFilter, {
    nullable: true,
    description:
      'What the list was filtered by. Those of them that do not meet it any more, or are gone, are left as they are and named in `leftIds`. Absent: one that is not there refuses the whole.',
  })
  filter?: CustomerFilter | null;
}

@InputType({ description: 'The new status of several customers.' })
export class SetCustomersStatusInput extends CustomersChosen {
  @Field(() => CustomerStatus, { description: 'From now on.' }) status: CustomerStatus;
}

@InputType({ description: 'Words that several customers get or lose.' })
export class TagCustomersInput extends CustomersChosen {
  @Field(() => [String], { nullable: true, description: 'Words they get; those that have them keep them. 30 at most each.' })
  @Items({ max: 30 })
  @Text({ max: 50, each: true })
  add?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Words they lose.' })
  @Items({ max: 30 })
  @Text({ max: 50, each: true })
  remove?: string[] | null;
}

@ObjectType({ description: 'The answer to `createCustomer`.' })
export class CreateCustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'The new one.' }) customer?: Customer;
}

@ObjectType({ description: 'The answer to `updateCustomer`.' })
export class UpdateCustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'As it is now.' }) customer?: Customer;
}

@ObjectType({ description: 'The answer to `setCustomerStatus`.' })
export class SetCustomerStatusPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'As it is now.' }) customer?: Customer;
}

@ObjectType({ description: 'What became of customers chosen in a list.' })
export abstract class CustomersPayload extends Payload {
  @Field(() => [Customer], { nullable: true, description: 'As they are now, without those in `leftIds`.' })
  customers?: Customer[];
  @Field(() => [ID], { nullable: true, description: 'Those that were otherwise before: what an undo puts back.' })
  changedIds?: string[];
  @Field(() => [ID], { nullable: true, description: 'Those the filter does not hold any more, and those that are gone.' })
  leftIds?: string[];
}

@ObjectType({ description: 'The answer to `setCustomersStatus`.' })
export class SetCustomersStatusPayload extends CustomersPayload {}

@ObjectType({ description: 'The answer to `tagCustomers`.' })
export class TagCustomersPayload extends CustomersPayload {}
