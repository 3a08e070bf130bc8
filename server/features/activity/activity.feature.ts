import { Activity } from './activity.entity.js';
import { activityPolicy } from './activity.policy.js';
import { ActivityResolver } from './activity.resolver.js';
import { CustomerActivitiesResolver } from './customer-activities.resolver.js';

/** Its place is in the one list of features. */
export const activityFeature = {
  name: 'activity',
  entities: [Activity],
  policies: [activityPolicy],
  resolvers: [ActivityResolver, CustomerActivitiesResolver],
};
