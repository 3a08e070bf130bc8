import { CustomerEmailResolver } from './customer-email.resolver.js';
import { EmailTemplate } from './email-template.entity.js';
import { emailTemplatePolicy } from './email-template.policy.js';
import { EmailTemplateResolver } from './email-template.resolver.js';

/** Its place is in the one list of features. */
export const emailFeature = {
  name: 'email',
  entities: [EmailTemplate],
  policies: [emailTemplatePolicy],
  resolvers: [EmailTemplateResolver, CustomerEmailResolver],
};
