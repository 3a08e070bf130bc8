import { definePolicy } from '../../core/access.js';
import { Reach } from '../user/role.entity.js';
import { EmailTemplate } from './email-template.entity.js';

/** For whoever writes to customers; a few change them. */
export const emailTemplatePolicy = definePolicy(EmailTemplate, {
  visible: (viewer) => (viewer.reach === Reach.STAFF && viewer.permissions.has('customer.email') ? 'all' : 'none'),
  can: {
    update: (viewer) => viewer.permissions.has('emailTemplate.update'),
    delete: (viewer) => viewer.permissions.has('emailTemplate.update'),
  },
});
