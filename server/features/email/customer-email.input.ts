import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Activity } from '../activity/activity.entity.js';
import { EmailPurpose } from './email-purpose.entity.js';

@InputType({ description: 'An e-mail as it is being written.' })
export abstract class EmailDraft {
  @Field({ description: 'The subject line; variables between double braces.' }) @Text({ max: 200 }) subject: string;
  @Field({ description: 'The text; variables between double braces. A blank line begins another paragraph.' })
  @Text({ max: 20_000 })
  body: string;
  @Field(() => EmailPurpose, { description: 'What it is for.' }) purpose: EmailPurpose;
  @Field(() => String, { nullable: true, description: 'The language of dates and of what is added, fr or en. Null: yours.' })
  @Text({ max: 10 })
  locale?: string | null;
  @Field(() => ID, { nullable: true, description: 'The contact of the customer it goes to. Null: the customer’s own address.' })
  contactId?: string | null;
}

@InputType({ description: 'An e-mail to look at before it is sent.' })
export class EmailPreviewInput extends EmailDraft {
  @Field(() => ID, { nullable: true, description: 'The customer it goes to. Null: examples stand for their variables.' })
  customerId?: string | null;
}

@ObjectType({ description: 'An e-mail as whoever gets it will see it.' })
export class EmailPreview {
  @Field(() => String, { nullable: true, description: 'The address it goes to. Null without a customer, or when none is known.' })
  to: string | null;
  @Field({ description: 'The subject line.' }) subject: string;
  @Field({ description: 'The whole e-mail as plain text.' }) text: string;
  @Field({ description: 'The same as HTML. Show it in a sandboxed frame only.' }) html: string;
  @Field(() => [String], { description: 'What stands between double braces and is no variable: with it nothing is sent.' })
  unknownVariables: string[];
  @Field(() => String, { nullable: true, description: 'Why it may not be sent to them, in your language. Null when it may.' })
  refusal: string | null;
}

@ObjectType({ description: 'Something that can stand between double braces in an e-mail.' })
export class EmailVariable {
  @Field({ description: 'What to write between the braces, such as customer.name.' }) name: string;
  @Field({ description: 'What it stands for, in your language.' }) label: string;
  @Field({ description: 'What it could be.' }) example: string;
}

@InputType({ description: 'An e-mail to a customer.' })
export class SendCustomerEmailInput extends EmailDraft {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field({ description: 'The subject line; variables between double braces.' })
  @Text({ min: 1, max: 200 })
  declare subject: string;
  @Field({ description: 'The text; variables between double braces. A blank line begins another paragraph.' })
  @Text({ min: 1, max: 20_000 })
  declare body: string;
  @Field(() => ID, { nullable: true, description: 'The template it was made from: its purpose is this e-mail’s.' })
  templateId?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Documents of the customer to attach: 10 at most, 10 MB together.' })
  @Items({ max: 10 })
  documentIds: string[];
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it answers what the first call made.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer to `sendCustomerEmail`.' })
export class SendCustomerEmailPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'The line on the timeline. The e-mail itself is on its way.' })
  activity?: Activity;
}
