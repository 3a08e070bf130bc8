import { Invitation } from './invitation.entity.js';
import { invitationCustomerPolicy, invitationPolicy } from './invitation.policy.js';
import { InvitationCustomerResolver, InvitationResolver } from './invitation.resolver.js';
import { InvitationCustomer } from './invitation-customer.entity.js';

/** Its place is in the one list of features. */
export const invitationFeature = {
  name: 'invitation',
  entities: [Invitation, InvitationCustomer],
  policies: [invitationPolicy, invitationCustomerPolicy],
  resolvers: [InvitationResolver, InvitationCustomerResolver],
};
