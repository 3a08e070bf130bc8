import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';

@InputType({ description: 'As whom.' })
export class ViewAsInput {
  @Field(() => ID, { description: 'The user’s, who stands below you and may sign in.' }) userId: string;
}

@ObjectType({ description: 'The answer to `viewAs`.' })
export class ViewAsPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'For the header `authorization: Bearer …`: every query is answered as it is to them, every mutation is READ_ONLY.',
  })
  accessToken?: string;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself, a quarter of an hour from now.' }) until?: Date;
}

@ObjectType({ description: 'The answer to `endViewAs`.' })
export class EndViewAsPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: nobody looks any more with that token.' }) ok?: boolean;
}
