import { DataSubjectRequest } from './data-subject-request.entity.js';
import { dataSubjectRequestPolicy } from './data-subject-request.policy.js';
import { CustomerDataSubjectRequestsResolver, DataSubjectRequestResolver } from './data-subject-request.resolver.js';

/** Its place is in the one list of features. */
export const dataSubjectRequestFeature = {
  name: 'data-subject-request',
  entities: [DataSubjectRequest],
  policies: [dataSubjectRequestPolicy],
  resolvers: [DataSubjectRequestResolver, CustomerDataSubjectRequestsResolver],
};
