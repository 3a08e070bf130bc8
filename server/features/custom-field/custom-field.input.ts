import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { CustomField, CustomFieldKind, CustomFieldSubject } from './custom-field.entity.js';

@InputType({ description: 'A choice of a custom field.' })
export class CustomFieldChoiceInput {
  @Field(() => ID, { nullable: true, description: 'The one that is there; absent for a new one.' }) id?: string | null;
  @Field({ description: 'What it is called in French.' }) @Text({ min: 1, max: 100 }) labelFr: string;
  @Field({ description: 'What it is called in English.' }) @Text({ min: 1, max: 100 }) labelEn: string;
  @Field({ defaultValue: false, description: 'It is not given any more; who has it keeps it.' }) retired: boolean;
}

@InputType({ description: 'What a custom field is. Absent leaves it as it is; a null help empties it.' })
export abstract class CustomFieldFields {
  @Field(() => CustomFieldSubject, { nullable: true, description: 'Which customers it is for; all unless said.' })
  appliesTo?: CustomFieldSubject | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether forms insist on it; they don’t unless said.' })
  required?: boolean | null;
  @Field(() => String, { nullable: true, description: 'What it is called in French.' }) @Text({ max: 100 }) labelFr?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What it is called in English.' }) @Text({ max: 100 }) labelEn?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What to write there, in French.' }) @Text({ max: 300 }) helpFr?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What to write there, in English.' }) @Text({ max: 300 }) helpEn?:
    | string
    | null;

  @Field(() => [CustomFieldChoiceInput], {
    nullable: true,
    description:
      'All its choices in their order, of a field of choices. One that is left out is deleted, unless customers have it.',
  })
  @Items({ max: 100 })
  @ValidateNested({ each: true })
  choices?: CustomFieldChoiceInput[] | null;
}

@InputType({ description: 'A new custom field. It comes last.' })
export class CreateCustomFieldInput extends CustomFieldFields {
  @Field({ description: 'Stable, for programs and addresses: small letters, digits, underscores.' })
  @Text({ min: 1, max: 40 })
  key: string;
  @Field(() => CustomFieldKind, { description: 'What its values are.' }) kind: CustomFieldKind;
  @Field(() => String, { description: 'What it is called in French.' }) @Text({ min: 1, max: 100 }) declare labelFr: string;
  @Field(() => String, { description: 'What it is called in English.' }) @Text({ min: 1, max: 100 }) declare labelEn: string;
}

@InputType({ description: 'A change to a custom field. Its key and kind stay.' })
export class UpdateCustomFieldInput extends CustomFieldFields {
  @Field(() => ID, { description: 'The field’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'The order of custom fields.' })
export class OrderCustomFieldsInput {
  @Field(() => [ID], { description: 'Theirs, the first one first. Those that are not named come after, as they were.' })
  @Items({ min: 1, max: 500 })
  ids: string[];
}

@InputType({ description: 'Whether a custom field is put away.' })
export class ArchiveCustomFieldInput {
  @Field(() => ID, { description: 'The field’s.' }) id: string;
  @Field({ description: 'True puts it away, false brings it back.' }) archived: boolean;
}

@ObjectType({ description: 'The answer to `createCustomField`.' })
export class CreateCustomFieldPayload extends Payload {
  @Field(() => CustomField, { nullable: true, description: 'The new one.' }) customField?: CustomField;
}

@ObjectType({ description: 'The answer to `updateCustomField`.' })
export class UpdateCustomFieldPayload extends Payload {
  @Field(() => CustomField, { nullable: true, description: 'As it is now.' }) customField?: CustomField;
}

@ObjectType({ description: 'The answer to `orderCustomFields`.' })
export class OrderCustomFieldsPayload extends Payload {
  @Field(() => [CustomField], { nullable: true, description: 'Those that were named, in their order.' })
  customFields?: CustomField[];
}

@ObjectType({ description: 'The answer to `archiveCustomField`.' })
export class ArchiveCustomFieldPayload extends Payload {
  @Field(() => CustomField, { nullable: true, description: 'As it is now.' }) customField?: CustomField;
}
