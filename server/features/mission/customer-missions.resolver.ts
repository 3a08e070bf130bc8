import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { MissionConnection, MissionPage } from './mission.page.js';
import { missionsByCustomer } from './mission.relations.js';

@Resolver(() => Customer)
export class CustomerMissionsResolver {
  @FieldResolver(() => MissionConnection, { description: 'The missions done for them.' })
  @Through(missionsByCustomer)
  missions(@Args() _page: MissionPage): void {}
}
