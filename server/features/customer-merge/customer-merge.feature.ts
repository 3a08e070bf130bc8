import { CustomerDuplicate } from './customer-duplicate.entity.js';
import { CustomerDuplicateResolver } from './customer-duplicate.resolver.js';
import { CustomerMerge } from './customer-merge.entity.js';
import { customerDuplicatePolicy, customerMergePolicy } from './customer-merge.policy.js';
import { CustomerMergeResolver, CustomerMergesResolver } from './customer-merge.resolver.js';

/** Its place is in the one list of features. */
export const customerMergeFeature = {
  name: 'customer-merge',
  entities: [CustomerDuplicate, CustomerMerge],
  policies: [customerDuplicatePolicy, customerMergePolicy],
  resolvers: [CustomerDuplicateResolver, CustomerMergeResolver, CustomerMergesResolver],
};
