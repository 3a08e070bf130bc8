import { CustomerFollowResolver } from './customer-follow.resolver.js';
import { Notification } from './notification.entity.js';
import { notificationPolicy } from './notification.policy.js';
import { NotificationResolver } from './notification.resolver.js';

/** Its place is in the one list of features. */
export const notificationFeature = {
  name: 'notification',
  entities: [Notification],
  policies: [notificationPolicy],
  resolvers: [NotificationResolver, CustomerFollowResolver],
};
