import { CustomField } from './custom-field.entity.js';
import { customFieldChoicePolicy, customFieldPolicy } from './custom-field.policy.js';
import { CustomFieldChoiceResolver, CustomFieldResolver } from './custom-field.resolver.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';

/** Its place is in the one list of features. */
export const customFieldFeature = {
  name: 'custom-field',
  entities: [CustomField, CustomFieldChoice],
  policies: [customFieldPolicy, customFieldChoicePolicy],
  resolvers: [CustomFieldResolver, CustomFieldChoiceResolver],
};
