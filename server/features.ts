import { AuditEntry } from './core/audit.entity.js';
import { Address } from './features/customer/address.entity.js';
import { Contact } from './features/customer/contact.entity.js';
import { Customer } from './features/customer/customer.entity.js';
import { addressPolicy, contactPolicy, customerPolicy } from './features/customer/customer.policy.js';
import { CustomerResolver } from './features/customer/customer.resolver.js';
import { Membership } from './features/membership/membership.entity.js';
import { Notification } from './features/notification/notification.entity.js';
import { notificationPolicy } from './features/notification/notification.policy.js';
import { NotificationResolver } from './features/notification/notification.resolver.js';
import { Session } from './features/session/session.entity.js';
import { SessionResolver } from './features/session/session.resolver.js';
import { Role } from './features/user/role.entity.js';
import { User } from './features/user/user.entity.js';
import { rolePolicy, userPolicy } from './features/user/user.policy.js';
import { UserResolver } from './features/user/user.resolver.js';
import { UserRole } from './features/user/user-role.entity.js';

/** The features in order: each knows those above it, none below. */
const features = [
  { name: 'core', entities: [AuditEntry], policies: [], resolvers: [] },
  { name: 'membership', entities: [Membership], policies: [], resolvers: [] },
  { name: 'user', entities: [User, Role, UserRole], policies: [userPolicy, rolePolicy], resolvers: [UserResolver] },
  { name: 'session', entities: [Session], policies: [], resolvers: [SessionResolver] },
  {
    name: 'customer',
    entities: [Customer, Contact, Address],
    policies: [customerPolicy, contactPolicy, addressPolicy],
    resolvers: [CustomerResolver],
  },
  { name: 'notification', entities: [Notification], policies: [notificationPolicy], resolvers: [NotificationResolver] },
];

export const featureNames = features.map<string>(({ name }) => name);
export const entities = features.flatMap<Function>((feature) => feature.entities);
export const resolvers = features.flatMap<Function>((feature) => feature.resolvers);
