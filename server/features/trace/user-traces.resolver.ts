import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { Trace } from './trace.entity.js';
import { tracesByUser } from './trace.relations.js';

@Resolver(() => User)
export class UserTracesResolver {
  @FieldResolver(() => [Trace], {
    nullable: true,
    description: 'What their name stands beside, and what stays when the account goes. Kinds without any are left out.',
  })
  @Requires('user.delete')
  @Through(tracesByUser)
  traces(): void {}
}
