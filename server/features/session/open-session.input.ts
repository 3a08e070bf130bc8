import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { User } from '../user/user.entity.js';
import { PASSWORD_LENGTH } from './password.rules.js';

@InputType({ description: 'Whose sessions to end.' })
export class EndUserSessionsInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
  @Field(() => ID, { nullable: true, description: 'Only this session of theirs.' }) sessionId?: string | null;
}

@ObjectType({ description: 'The answer to `endUserSessions`.' })
export class EndUserSessionsPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'Whose they were.' }) user?: User;
  @Field(() => Int, { nullable: true, description: 'How many were ended.' }) ended?: number;
}

@InputType({ description: 'Your word that you mean it.' })
export class EndAllSessionsInput {
  @Field({ description: 'Your password, once more.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) password: string;
}

@ObjectType({ description: 'The answer to `endAllSessions`.' })
export class EndAllSessionsPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many were ended.' }) ended?: number;
}
