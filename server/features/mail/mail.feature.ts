import { Mail } from './mail.entity.js';
import { mailAttachmentPolicy, mailPolicy } from './mail.policy.js';
import { MailResolver } from './mail.resolver.js';
import { MailAttachment } from './mail-attachment.entity.js';

/** Its place is in the one list of features. */
export const mailFeature = {
  name: 'mail',
  entities: [Mail, MailAttachment],
  policies: [mailPolicy, mailAttachmentPolicy],
  resolvers: [MailResolver],
};
