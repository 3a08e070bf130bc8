import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { hasSecondFactorByUser } from './user-second-factor.relations.js';

@Resolver(() => User)
export class UserSecondFactorResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'They prove a second time that it is them, by an app or a passkey.',
  })
  @Requires('user.suspend')
  @Through(hasSecondFactorByUser)
  hasSecondFactor(): void {}
}
