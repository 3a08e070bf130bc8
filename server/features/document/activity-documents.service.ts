import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import { type Changes, onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import type { Activity } from '../activity/activity.entity.js';
import { Document } from './document.entity.js';
import './document.words.js';

// Entries are written above this feature, which ties the documents they name to them.
async function attach(ctx: Context, subject: { id: string }, changes: Changes | null): Promise<void> {
  const ids = (changes?.attachments?.[1] ?? []) as string[];
  if (ids.length === 0) return;
  const { id, customerId } = subject as Activity;
  const tied = ids.every((one) => isUUID(one))
    ? await ctx.query(sql`
        insert into activity_document (activity_id, document_id)
        select ${id}, it.id from document it
        where it.id = any(${ids}::uuid[]) and it.customer_id = ${customerId} and ${visible(ctx.viewer, Document, sql`it`)}
        returning document_id`)
    : [];
  if (tied.length < ids.length) throw new UserError('UNKNOWN_ATTACHMENT', ['input', 'documentIds']);
}

onAudited('activity.add', attach);
onAudited('customer.email', attach);
