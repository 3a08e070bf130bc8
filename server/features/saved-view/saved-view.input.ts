import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { SavedView } from './saved-view.entity.js';

@InputType({ description: 'A view to keep. One of yours of that name in that list is replaced.' })
export class SaveViewInput {
  @Field({ description: 'The list it is of, as the portal calls it: small letters and hyphens.' })
  @Text({ min: 1, max: 40 })
  list: string;

  @Field({ description: 'What to call it.' }) @Text({ min: 1, max: 60 }) name: string;

  @Field({ description: 'The query of the list’s address, without the question mark.' })
  @Text({ max: 2000 })
  query: string;

  @Field(() => Boolean, { nullable: true, description: 'For the whole team, with the permission savedView.share.' })
  shared?: boolean | null;
}

@InputType({ description: 'A change to a view. Absent leaves it as it is.' })
export class UpdateSavedViewInput {
  @Field(() => ID, { description: 'The view’s.' }) id: string;
  @Field(() => String, { nullable: true, description: 'What to call it.' }) @Text({ max: 60 }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'What it shows.' }) @Text({ max: 2000 }) query?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'For the whole team, with the permission savedView.share.' })
  shared?: boolean | null;
}

@InputType({ description: 'The order of views.' })
export class OrderSavedViewsInput {
  @Field(() => [ID], { description: 'Views of one list that you may change, the first first.' })
  @Items({ min: 1, max: 50 })
  ids: string[];
}

@InputType({ description: 'A view to take away.' })
export class DeleteSavedViewInput {
  @Field(() => ID, { description: 'The view’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `saveView`.' })
export class SaveViewPayload extends Payload {
  @Field(() => SavedView, { nullable: true, description: 'As it is kept.' }) savedView?: SavedView;
}

@ObjectType({ description: 'The answer to `updateSavedView`.' })
export class UpdateSavedViewPayload extends Payload {
  @Field(() => SavedView, { nullable: true, description: 'As it is now.' }) savedView?: SavedView;
}

@ObjectType({ description: 'The answer to `orderSavedViews`.' })
export class OrderSavedViewsPayload extends Payload {
  @Field(() => [SavedView], { nullable: true, description: 'In their new order.' }) savedViews?: SavedView[];
}

@ObjectType({ description: 'The answer to `deleteSavedView`.' })
export class DeleteSavedViewPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'That of the view that is gone.' }) deletedId?: string;
}
