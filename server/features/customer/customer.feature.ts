import { Address } from './address.entity.js';
import { AddressResolver } from './address.resolver.js';
import { Contact } from './contact.entity.js';
import { ContactResolver } from './contact.resolver.js';
import { Customer } from './customer.entity.js';
import { addressPolicy, contactPolicy, customerPolicy } from './customer.policy.js';
import { CustomerResolver } from './customer.resolver.js';
import { CustomerValidationResolver } from './customer-validation.resolver.js';
import { NearbyResolver } from './nearby.resolver.js';

/** Its place is in the one list of features. */
export const customerFeature = {
  name: 'customer',
  entities: [Customer, Contact, Address],
  policies: [customerPolicy, contactPolicy, addressPolicy],
  resolvers: [CustomerResolver, CustomerValidationResolver, ContactResolver, AddressResolver, NearbyResolver],
};
