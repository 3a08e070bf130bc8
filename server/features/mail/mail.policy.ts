import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Mail } from './mail.entity.js';
import { MailAttachment } from './mail-attachment.entity.js';

/** Whoever reads a mail with a way in gets in: an administrator would so become a superadmin. */
export const mailPolicy = definePolicy(Mail, {
  visible: (viewer, row) => {
    if (viewer.reach !== Reach.STAFF || !viewer.permissions.has('mail.read')) return 'none';
    return viewer.permissions.has('mail.secret') ? 'all' : sql`not ${row}.secret`;
  },
  can: {},
});

export const mailAttachmentPolicy = definePolicy(MailAttachment, {
  visible: (viewer, row) => visibleById(viewer, Mail, sql`${row}.mail_id`),
  can: {},
});
