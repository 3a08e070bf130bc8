import { CustomerDeletionResolver } from './customer-deletion.resolver.js';

/** Its place is in the one list of features. */
export const customerDeletionFeature = {
  name: 'customer-deletion',
  entities: [],
  policies: [],
  resolvers: [CustomerDeletionResolver],
};
