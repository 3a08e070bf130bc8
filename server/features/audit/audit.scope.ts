import { defineAbout, defineAboutProperty } from '../../core/audit-row.js';
import type { Viewer } from '../../core/context.js';
import { name, type Sql, sql } from '../../core/sql.js';
import { snake } from '../../core/table.js';

/** A customer's own people look at what is theirs. Whoever looks through their eyes doesn't. */
export const outsiders = ({ reach, actor }: Viewer): boolean => actor !== null || reach !== 'client';

/** An entry is about a customer: the one its subject is of. */
defineAboutProperty('customerId');

defineAbout('Customer', (id) => id);

const ofCustomer = [
  ...['Contact', 'Address', 'Activity', 'Membership', 'Mail', 'Consent', 'ConsentEvent', 'Project', 'Mission', 'Document'],
  ...['Order', 'Invoice', 'Payment', 'Opportunity'],
];
for (const type of ofCustomer)
  defineAbout(type, (id) => sql`select customer_id from ${name(snake(type))} it where it.id = ${id}`);

/** Parts, by the whole they are part of. */
const part = (type: string, whole: string, by: string) =>
  defineAbout(
    type,
    (id): Sql =>
      sql`select whole.customer_id from ${name(snake(type))} part join ${name(whole)} whole on whole.id = part.${name(by)} where part.id = ${id}`,
  );

part('Milestone', 'project', 'project_id');
part('ProjectComment', 'project', 'project_id');
part('DocumentShare', 'document', 'document_id');
part('MissionApplication', 'mission', 'mission_id');
part('MissionStep', 'mission', 'mission_id');
part('DocumentVersion', 'document', 'document_id');
part('OrderLine', 'order', 'order_id');
part('InvoiceLine', 'invoice', 'invoice_id');
part('OpportunityNote', 'opportunity', 'opportunity_id');
