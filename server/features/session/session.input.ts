import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { Session } from './session.entity.js';
import { ViewerType } from './viewer.entity.js';

@ObjectType({ description: 'A session, begun or renewed.' })
export abstract class SessionPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'For the header `authorization: Bearer …`, for ten minutes. The refresh token comes as an HttpOnly cookie.',
  })
  accessToken?: string;

  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in.' }) viewer?: ViewerType;
}

@ObjectType({ description: 'The answer to `refreshSession`.' })
export class RefreshSessionPayload extends SessionPayload {}

@ObjectType({ description: 'The answer to `logout`.' })
export class LogoutPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: nobody is signed in on this device any more.' }) ok?: boolean;
}

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'The session’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `revokeSession`.' })
export class RevokeSessionPayload extends Payload {
  @Field(() => [Session], { nullable: true, description: 'The sessions that are left, the last used first.' })
  sessions?: Session[];
}

@ObjectType({ description: 'The answer to `revokeOtherSessions`.' })
export class RevokeOtherSessionsPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many were ended.' }) ended?: number;
}
