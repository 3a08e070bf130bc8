import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Contact } from './contact.entity.js';

@InputType({ description: 'What is known of a contact. Absent leaves it as it is; null empties it.' })
export abstract class ContactFields {
  @Field(() => String, { nullable: true, description: 'First and last name.' }) @Text({ max: 200 }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'What they do there.' }) @Text({ max: 200 }) position?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' }) @Text({ max: 254 }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number, as written in France or with its country.' })
  @Text({ max: 40 })
  phone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'The one to turn to first: whoever was it until now no longer is.' })
  primary?: boolean | null;
}

@InputType({ description: 'A new contact of a customer.' })
export class AddContactInput extends ContactFields {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => String, { description: 'First and last name.' }) declare name: string;
}

@InputType({ description: 'A change to a contact.' })
export class UpdateContactInput extends ContactFields {
  @Field(() => ID, { description: 'The contact’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Which contact to delete.' })
export class DeleteContactInput {
  @Field(() => ID, { description: 'The contact’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `addContact`.' })
export class AddContactPayload extends Payload {
  @Field(() => Contact, { nullable: true, description: 'The new one.' }) contact?: Contact;
}

@ObjectType({ description: 'The answer to `updateContact`.' })
export class UpdateContactPayload extends Payload {
  @Field(() => Contact, { nullable: true, description: 'As it is now.' }) contact?: Contact;
}

@ObjectType({ description: 'The answer to `deleteContact`.' })
export class DeleteContactPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
