import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { EmailPurpose } from './email-purpose.entity.js';
import { EmailTemplate } from './email-template.entity.js';

@InputType({ description: 'An e-mail written once.' })
export abstract class EmailTemplateFields {
  @Field({ description: 'What we call it.' }) @Text({ min: 1, max: 100 }) name: string;
  @Field({ description: 'Its language: fr or en.' }) @Text({ min: 1, max: 10 }) locale: string;
  @Field(() => EmailPurpose, { description: 'What it is for.' }) purpose: EmailPurpose;
  @Field({ description: 'The subject line; variables between double braces.' }) @Text({ min: 1, max: 200 }) subject: string;
  @Field({ description: 'The text; variables between double braces.' }) @Text({ min: 1, max: 20_000 }) body: string;
}

@InputType({ description: 'A new template.' })
export class CreateEmailTemplateInput extends EmailTemplateFields {}

@InputType({ description: 'A template as it is to be.' })
export class UpdateEmailTemplateInput extends EmailTemplateFields {
  @Field(() => ID, { description: 'The template’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Which template to delete.' })
export class DeleteEmailTemplateInput {
  @Field(() => ID, { description: 'The template’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `createEmailTemplate`.' })
export class CreateEmailTemplatePayload extends Payload {
  @Field(() => EmailTemplate, { nullable: true, description: 'The new one.' }) emailTemplate?: EmailTemplate;
}

@ObjectType({ description: 'The answer to `updateEmailTemplate`.' })
export class UpdateEmailTemplatePayload extends Payload {
  @Field(() => EmailTemplate, { nullable: true, description: 'As it is now.' }) emailTemplate?: EmailTemplate;
}

@ObjectType({ description: 'The answer to `deleteEmailTemplate`.' })
export class DeleteEmailTemplatePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
