import { Field, Float, ID, InputType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Day } from '../../core/scalars.js';

@InputType({
  description:
    'A condition on a custom field. All that is said holds together; with nothing but the key, those who have a value. What does not go with the kind of the field is met by nobody.',
})
export class CustomFieldFilter {
  @Field({ description: 'The field’s, such as floor_area.' }) @Text({ max: 40 }) key: string;

  @Field(() => Boolean, { nullable: true, description: 'With a value, or without one; without one, nothing else may be asked.' })
  has?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Exactly this text; case and accents aside.' })
  @Text({ max: 500 })
  equals?: string | null;

  @Field(() => String, { nullable: true, description: 'A text with this in it; case and accents aside.' })
  @Text({ max: 500 })
  contains?: string | null;

  @Field(() => Float, { nullable: true, description: 'This number or more.' }) from?: number | null;
  @Field(() => Float, { nullable: true, description: 'This number or less.' }) to?: number | null;
  @Field(() => Day, { nullable: true, description: 'This day or later.' }) since?: string | null;
  @Field(() => Day, { nullable: true, description: 'This day or earlier.' }) until?: string | null;

  @Field(() => [ID], { nullable: true, description: 'One of these choices, retired or not.' })
  @Items({ max: 100 })
  choiceIds?: string[] | null;
}
