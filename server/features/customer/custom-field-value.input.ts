import { Field, InputType } from 'type-graphql';

@InputType({ description: 'What a custom field says of a customer.' })
export class CustomFieldValueInput {
  @Field({ description: 'The field’s key. A mistake in the value is told at ["input", "customFields", key].' }) key: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A text; a number such as 1234.5 or 1 234,5; a day as YYYY-MM-DD; of a choice its identifier, or its label in French or English. Null or blank empties it.',
  })
  value?: string | null;
}
