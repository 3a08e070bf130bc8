import { SavedView } from './saved-view.entity.js';
import { savedViewPolicy } from './saved-view.policy.js';
import { SavedViewResolver } from './saved-view.resolver.js';

/** Its place is in the one list of features. */
export const savedViewFeature = {
  name: 'saved-view',
  entities: [SavedView],
  policies: [savedViewPolicy],
  resolvers: [SavedViewResolver],
};
