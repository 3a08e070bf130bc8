import { CustomerLifetimeResolver, LifetimeResolver } from './lifetime.resolver.js';

/** Its place is in the one list of features. */
export const lifetimeFeature = {
  name: 'lifetime',
  entities: [],
  policies: [],
  resolvers: [CustomerLifetimeResolver, LifetimeResolver],
};
