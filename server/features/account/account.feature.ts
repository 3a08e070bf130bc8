import { AccountResolver } from './account.resolver.js';
import { EmailChange } from './email-change.entity.js';
import { MagicLinkResolver } from './magic-link.resolver.js';
import { MailedLink } from './mailed-link.entity.js';
import { Registration } from './registration.entity.js';

/** Its place is in the one list of features. */
export const accountFeature = {
  name: 'account',
  entities: [MailedLink, EmailChange, Registration],
  policies: [],
  resolvers: [AccountResolver, MagicLinkResolver],
};
