import { Address } from './address.entity.js';
import { AddressResolver } from './address.resolver.js';
import { Contact } from './contact.entity.js';
import { ContactResolver } from './contact.resolver.js';
import { CustomFieldValue } from './custom-field-value.entity.js';
import { CustomerCustomFieldsResolver, CustomFieldUseResolver, CustomFieldValueResolver } from './custom-field-value.resolver.js';
import { Customer } from './customer.entity.js';
import { addressPolicy, contactPolicy, customerPolicy, customFieldValuePolicy } from './customer.policy.js';
import { CustomerResolver } from './customer.resolver.js';
import { CustomerValidationResolver } from './customer-validation.resolver.js';
import { NearbyResolver } from './nearby.resolver.js';

/** Its place is in the one list of features. */
export const customerFeature = {
  name: 'customer',
  entities: [Customer, Contact, Address, CustomFieldValue],
  policies: [customerPolicy, contactPolicy, addressPolicy, customFieldValuePolicy],
  resolvers: [
    CustomerResolver,
    CustomerValidationResolver,
    ContactResolver,
    AddressResolver,
    NearbyResolver,
    CustomFieldValueResolver,
    CustomerCustomFieldsResolver,
    CustomFieldUseResolver,
  ],
};
