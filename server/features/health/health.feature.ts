import {
  CustomerHealthResolver,
  CustomerWarningResolver,
  HealthFactorResolver,
  HealthWeightsResolver,
} from './health.resolver.js';

/** Its place is in the one list of features. */
export const healthFeature = {
  name: 'health',
  entities: [],
  policies: [],
  resolvers: [CustomerHealthResolver, HealthFactorResolver, CustomerWarningResolver, HealthWeightsResolver],
};
