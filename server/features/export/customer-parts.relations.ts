import { visible } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import type { Entity } from '../../core/table.js';
import { Activity } from '../activity/activity.entity.js';
import { Consent } from '../consent/consent.entity.js';
import { Address } from '../customer/address.entity.js';
import { Contact } from '../customer/contact.entity.js';
import { Customer } from '../customer/customer.entity.js';
import { Document } from '../document/document.entity.js';
import { seesMoney } from '../invoice/finance.relations.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { isOpen } from '../invoice/invoice.relations.js';
import { Payment } from '../invoice/payment.entity.js';
import { Mission } from '../mission/mission.entity.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { Order } from '../order/order.entity.js';
import { Project } from '../project/project.entity.js';
import { User } from '../user/user.entity.js';
import type { Column } from './sheet.rules.js';

/** A column with where its value comes from: the column of that name unless said. */
export interface Field extends Column {
  value?: (row: Sql, viewer: Viewer) => Sql;
  /** The field of the schema that shows it, where that has another name: who may not read that gets no such column. */
  field?: string;
}

export interface Part {
  key: string;
  entity: Entity;
  /** What reading them takes on screen, beside seeing the rows. */
  permission: string | null;
  fields: readonly Field[];
  /** What is asked of the rows beside being theirs. */
  only?: (row: Sql) => Sql;
  /** In this order, then by id. */
  sort: string;
  descending?: boolean;
}

export const text = (...keys: string[]): Field[] => keys.map((key) => ({ key, kind: 'text' }));
export const day = (...keys: string[]): Field[] => keys.map((key) => ({ key, kind: 'day' }));
export const instant = (...keys: string[]): Field[] => keys.map((key) => ({ key, kind: 'instant' }));
const cents = (...keys: string[]): Field[] => keys.map((key) => ({ key, kind: 'cents' }));
export const count = (key: string): Field => ({ key, kind: 'count' });
export const word = (key: string, of: string): Field => ({ key, kind: 'word', of });

/** The name of somebody, where the viewer sees that person. */
export const person = (key: string, column: Sql): Field => ({
  key,
  kind: 'text',
  value: (row, viewer) => sql`(select u.name from "user" u where u.id = ${row}.${column} and ${visible(viewer, User, sql`u`)})`,
});

/** The address that counts: that of invoices, or else the next one. */
const ofAddress = (key: string, column: Sql): Field => ({
  key,
  kind: 'text',
  field: 'addresses',
  value: (
    row,
    viewer,
  ) => sql`(select a.${column} from address a where a.customer_id = ${row}.id and ${visible(viewer, Address, sql`a`)}
    order by a.kind, a.id limit 1)`,
});

const balance: Field = {
  key: 'balanceCents',
  kind: 'cents',
  field: 'balance',
  value: (row, viewer) => sql`(case when ${seesMoney(viewer, sql`${row}.id`)} then (
    select coalesce(sum(i.due_cents), 0) from invoice i
    where i.customer_id = ${row}.id and ${isOpen(sql`i`)} and ${visible(viewer, Invoice, sql`i`)}) end)`,
};

const identity: Field[] = [
  ...text('reference'),
  word('kind', 'CustomerKind'),
  ...text('name', 'siret', 'vatNumber', 'email', 'phone', 'website'),
  word('status', 'CustomerStatus'),
  { key: 'tags', kind: 'list' },
  ...text('internalNote'),
  person('manager', sql`manager_id`),
  person('reseller', sql`reseller_id`),
];

/** A row of the list. */
export const customersPart: Part = {
  key: 'customers',
  entity: Customer,
  permission: 'customer.read',
  sort: 'name',
  fields: [
    ...identity,
    ofAddress('street', sql`street`),
    ofAddress('postalCode', sql`postal_code`),
    ofAddress('city', sql`city`),
    ofAddress('country', sql`country`),
    balance,
    ...instant('createdAt', 'updatedAt'),
  ],
};

/** One customer’s own part, to be read from top to bottom. */
export const customerPart: Part = {
  ...customersPart,
  key: 'customer',
  fields: [...identity, balance, ...instant('createdAt', 'updatedAt')],
};

/** What hangs on a customer, by its `customerId`. */
export const partsOfCustomer: readonly Part[] = [
  {
    key: 'contacts',
    entity: Contact,
    permission: 'customer.read',
    sort: 'name',
    fields: [...text('name', 'position', 'email', 'phone'), { key: 'primary', kind: 'yes' }],
  },
  {
    key: 'addresses',
    entity: Address,
    permission: 'customer.read',
    sort: 'kind',
    fields: [word('kind', 'AddressKind'), ...text('street', 'complement', 'postalCode', 'city', 'country')],
  },
  {
    key: 'consents',
    entity: Consent,
    permission: 'consent.read',
    // What nobody was ever asked is no news.
    only: (row) => sql`${row}.since is not null`,
    sort: 'purpose',
    fields: [
      word('purpose', 'ConsentPurpose'),
      word('channel', 'ConsentChannel'),
      word('status', 'ConsentStatus'),
      ...instant('since'),
    ],
  },
  {
    key: 'opportunities',
    entity: Opportunity,
    permission: 'opportunity.read',
    sort: 'createdAt',
    descending: true,
    fields: [...text('title'), ...cents('amountCents'), ...text('currency'), ...day('expectedCloseOn'), ...instant('createdAt')],
  },
  {
    key: 'projects',
    entity: Project,
    permission: 'project.read',
    sort: 'createdAt',
    descending: true,
    fields: [
      ...text('reference', 'name'),
      word('status', 'ProjectStatus'),
      ...day('startsOn', 'dueOn'),
      ...cents('budgetCents'),
      ...text('currency'),
    ],
  },
  {
    key: 'missions',
    entity: Mission,
    permission: 'mission.read',
    sort: 'createdAt',
    descending: true,
    fields: [
      ...text('reference', 'title'),
      word('status', 'MissionStatus'),
      ...instant('scheduledStart', 'scheduledEnd'),
      ...text('city'),
    ],
  },
  {
    key: 'invoices',
    entity: Invoice,
    permission: 'invoice.read',
    sort: 'issuedOn',
    descending: true,
    fields: [
      ...text('number', 'title'),
      word('status', 'InvoiceStatus'),
      ...day('issuedOn', 'dueOn', 'paidOn'),
      ...cents('netCents', 'vatCents', 'totalCents', 'paidCents', 'dueCents'),
      ...text('currency'),
    ],
  },
  {
    key: 'payments',
    entity: Payment,
    permission: 'payment.read',
    sort: 'paidOn',
    descending: true,
    fields: [
      ...day('paidOn'),
      word('method', 'PaymentMethod'),
      ...text('reference'),
      ...cents('amountCents'),
      ...text('currency'),
    ],
  },
  {
    key: 'orders',
    entity: Order,
    permission: 'order.read',
    sort: 'placedAt',
    descending: true,
    fields: [
      ...text('number'),
      ...instant('placedAt'),
      word('status', 'OrderStatus'),
      count('lineCount'),
      ...cents('totalCents'),
      ...text('currency'),
    ],
  },
  {
    key: 'documents',
    entity: Document,
    permission: 'document.read',
    sort: 'createdAt',
    descending: true,
    fields: [...text('name'), word('category', 'DocumentCategory'), ...text('mime'), count('size'), ...instant('createdAt')],
  },
];

/** The timeline, which comes along when it is asked for. */
export const historyPart: Part = {
  key: 'activities',
  entity: Activity,
  permission: 'activity.read',
  sort: 'occurredAt',
  descending: true,
  fields: [
    ...instant('occurredAt'),
    {
      key: 'title',
      kind: 'text',
      value: (row) =>
        sql`json_object('typedTitle': ${row}.typed_title, 'kind': ${row}.kind, 'details': ${row}.details, 'mentions': ${row}.mentions)`,
    },
    ...text('body'),
    person('author', sql`author_id`),
  ],
};
