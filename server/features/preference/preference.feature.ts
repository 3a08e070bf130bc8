import { ConsentConfirmation } from './consent-confirmation.entity.js';
import { PreferenceResolver } from './preference.resolver.js';
import './renewal.jobs.js';

/** Its place is in the one list of features. */
export const preferenceFeature = {
  name: 'preference',
  entities: [ConsentConfirmation],
  policies: [],
  resolvers: [PreferenceResolver],
};
