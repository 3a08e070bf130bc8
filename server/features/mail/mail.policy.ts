import { definePolicy } from '../../core/access.js';
import { Reach } from '../user/role.entity.js';
import { Mail } from './mail.entity.js';

export const mailPolicy = definePolicy(Mail, {
  visible: (viewer) => (viewer.reach === Reach.STAFF && viewer.permissions.has('mail.read') ? 'all' : 'none'),
  can: {},
});
