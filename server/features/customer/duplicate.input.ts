import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Customer } from './customer.entity.js';

/** What of a record goes into its copy. Consents never do: they were given for one. */
export enum CopiedPart {
  IDENTITY = 'IDENTITY',
  TEAM = 'TEAM',
  CONTACTS = 'CONTACTS',
  ADDRESSES = 'ADDRESSES',
  TAGS = 'TAGS',
  NOTE = 'NOTE',
  CUSTOM_FIELDS = 'CUSTOM_FIELDS',
}
registerEnumType(CopiedPart, {
  name: 'CopiedPart',
  description: 'What of a customer goes into a copy, beside the kind and the name. Consents and the SIRET never do.',
  valuesConfig: {
    IDENTITY: { description: 'VAT number, e-mail address, phone number, web site.' },
    TEAM: { description: 'Who looks after them and who sells to them.' },
    CONTACTS: { description: 'The people to talk to.' },
    ADDRESSES: { description: 'Where they are.' },
    TAGS: { description: 'Our words for them.' },
    NOTE: { description: 'What we know of them and do not tell them.' },
    CUSTOM_FIELDS: { description: 'What custom fields say of them, those of archived fields left out.' },
  },
});

@InputType({ description: 'Which customer to copy, and what of it.' })
export class DuplicateCustomerInput {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field({ description: 'The name of the copy.' }) @Text({ min: 1, max: 200 }) name: string;
  @Field(() => [CopiedPart], { description: 'What is copied beside the kind and the name.' })
  @Items({ max: 20 })
  parts: CopiedPart[];
}

@ObjectType({ description: 'The answer to `duplicateCustomer`.' })
export class DuplicateCustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'The copy, with a reference of its own.' }) customer?: Customer;
}
