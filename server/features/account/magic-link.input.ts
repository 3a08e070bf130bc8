import { Field, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { SessionPayload } from '../session/session.input.js';
import { SignInChallengeType } from '../sign-in/sign-in.input.js';

@InputType({ description: 'Who wants to sign in by a link.' })
export class RequestMagicLinkInput {
  @Field({ description: 'The address of the account.' }) @Text({ min: 1, max: 254 }) email: string;
}

@ObjectType({ description: 'The answer to `requestMagicLink`.' })
export class RequestMagicLinkPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: if that address has a client account, a mail is on its way. The answer is the same if not.',
  })
  ok?: boolean;
}

@InputType({ description: 'The link that signs in.' })
export class SignInWithMagicLinkInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: 200 }) token: string;
}

@ObjectType({ description: 'The answer to `signInWithMagicLink`.' })
export class SignInWithMagicLinkPayload extends SessionPayload {
  @Field(() => SignInChallengeType, { nullable: true, description: 'Set instead of a token where a second factor is due.' })
  challenge?: SignInChallengeType;
}
