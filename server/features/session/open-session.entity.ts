import { Field, ID, ObjectType } from 'type-graphql';

/** Not the entity, which everybody sees of their own alone: what whoever may end it has to know. */
@ObjectType({ description: 'A sign-in of somebody else’s that goes on: one browser on one device.' })
export class OpenSession {
  @Field(() => ID, { description: 'The session’s.' }) id: string;
  @Field({ description: 'When it began.' }) createdAt: Date;
  @Field({ description: 'When it was last used, to within the ten minutes of an access token.' }) lastUsedAt: Date;
  @Field(() => String, { nullable: true, description: 'The address it began from. Null when it is not known.' })
  ip: string | null;
  userAgent: string | null;
}
