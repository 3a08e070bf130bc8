import { Arg, Args, FieldResolver, Int, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { AuditEntryConnection, HistoryPage } from './audit.page.js';
import { historyByCustomer, readingsByCustomer } from './audit.relations.js';
import { Reading } from './reading.entity.js';

@Resolver(() => Customer)
export class CustomerHistoryResolver {
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description: 'Every change to the record and to what hangs on it: who, when, what.',
  })
  @Requires('customer.history')
  @Through(historyByCustomer)
  history(@Args() _page: HistoryPage): void {}

  @FieldResolver(() => [Reading], {
    nullable: true,
    description:
      'Who looked at the record or its files, a line a day, the latest first: for its own people by role, for ours by person. Its own people are left out.',
  })
  @Requires('customer.readings')
  @Through(readingsByCustomer)
  viewedBy(@Arg('first', () => Int, { defaultValue: 50, description: 'How many, 100 at most.' }) _first: number): void {}
}

@Resolver(() => Reading)
export class ReadingResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who it was. Null where it is not yours to know.' })
  @Through(userById, 'userId')
  user(): void {}
}
