import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Mail } from './mail.entity.js';
import type { MailFilter } from './mail.page.js';
import { MailAttachment } from './mail-attachment.entity.js';

export const mailById = oneById(Mail);
export const attachmentsByMail = manyBy(MailAttachment, 'mailId', { order: { name: 'asc' } });

export const mails = pagesOf(Mail, {
  where: ({ status, customerId, search }: MailFilter, row) => [
    ...(status ? [sql`${row}.status = ${status}`] : []),
    ...(customerId ? [sql`${row}.customer_id::text = ${customerId}`] : []),
    ...(search?.trim()
      ? [sql`plain(${row}."to" || ' ' || ${row}.subject) like '%' || escape_like(plain(${search.trim()})) || '%'`]
      : []),
  ],
});
