import { membershipPolicy } from './membership.policy.js';
import { CustomerMembersResolver, MembershipResolver, UserMembershipsResolver } from './membership.resolver.js';

/** Its place is in the one list of features; the entity is that of `membership`, which everything about clients asks. */
export const portalAccessFeature = {
  name: 'portal-access',
  entities: [],
  policies: [membershipPolicy],
  resolvers: [MembershipResolver, CustomerMembersResolver, UserMembershipsResolver],
};
