import { customerId } from './seed.js';

export interface Measured {
  name: string;
  /** What Prisme is asked. */
  prisme: string;
  /** The same in the words of the schema that PostGraphile makes of the tables. */
  postgraphile: string;
  /** The same answer by one statement, with nothing around it. */
  plain: string;
  /** The values of the n-th request: never twice the same customer in a row. */
  values(n: number): { id?: string };
}

/** An instant as GraphQL's DateTime writes it, so that the two answers are the same to the letter. */
const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The n-th customer asked for. */
export const anyCustomer = (n: number) => ({ id: customerId(1 + ((n * 7919) % 100_000)) });

export const operations: Measured[] = [
  {
    name: 'Customer 360',
    values: anyCustomer,
    prisme: `query Customer360($id: ID!) { customer(id: $id) {
      id reference name email phone createdAt contacts { id name position email }
      activities(first: 20) { totalCount nodes { id kind body audience occurredAt } }
      invoices(first: 20) { totalCount nodes { id number status title issuedOn dueOn totalCents dueCents lines { id position label unitCents netCents } } } } }`,
    postgraphile: `query Customer360($id: UUID!) { customerByRowId(rowId: $id) {
      id: rowId reference name email phone createdAt contactsByCustomerId { nodes { id: rowId name position email } }
      activitiesByCustomerId(first: 20, orderBy: [OCCURRED_AT_DESC]) { totalCount nodes { id: rowId kind body audience occurredAt } }
      invoicesByCustomerId(first: 20, orderBy: [ISSUED_ON_DESC]) { totalCount nodes { id: rowId number status title issuedOn dueOn totalCents dueCents
        invoiceLinesByInvoiceId(orderBy: [POSITION_ASC]) { nodes { id: rowId position label unitCents netCents } } } } } }`,
    plain: `select json_object('customer': json_object('id': c.id, 'reference': reference, 'name': name, 'email': email, 'phone': phone, 'createdAt': ${instant('created_at')},
      'contacts': (select coalesce(json_agg(json_object('id': id, 'name': name, 'position': position, 'email': email) order by "primary" desc, name), '[]')
        from contact where customer_id = c.id),
      'activities': json_object('totalCount': (select count(*) from activity where customer_id = c.id), 'nodes': (
        select coalesce(json_agg(json_object('id': id, 'kind': kind, 'body': body, 'audience': audience, 'occurredAt': ${instant('occurred_at')})), '[]')
        from (select * from activity where customer_id = c.id order by occurred_at desc, id desc limit 20) a)),
      'invoices': json_object('totalCount': (select count(*) from invoice where customer_id = c.id), 'nodes': (
        select coalesce(json_agg(json_object('id': id, 'number': number, 'status': status, 'title': title, 'issuedOn': issued_on, 'dueOn': due_on,
          'totalCents': total_cents, 'dueCents': due_cents, 'lines': (
            select coalesce(json_agg(json_object('id': id, 'position': position, 'label': label, 'unitCents': unit_cents, 'netCents': net_cents)), '[]')
            from (select * from invoice_line where invoice_id = v.id order by position) l))), '[]')
        from (select * from invoice where customer_id = c.id order by issued_on desc, id desc limit 20) v))))::text as data
      from customer c where c.id = $1`,
  },
  {
    name: 'Customers list',
    values: () => ({}),
    prisme: `query Customers { customers(first: 50, sort: NAME, direction: ASC) {
      nodes { id reference name email phone status createdAt } } }`,
    postgraphile: `query Customers { allCustomers(first: 50, orderBy: [NAME_ASC]) {
      nodes { id: rowId reference name email phone status createdAt } } }`,
    plain: `select json_object('customers': json_object('nodes': (
        select json_agg(json_object('id': id, 'reference': reference, 'name': name, 'email': email, 'phone': phone, 'status': status, 'createdAt': ${instant('created_at')}))
        from (select * from customer order by name, id limit 50) c)))::text as data`,
  },
  {
    name: '50 customers × 5 invoices',
    values: () => ({}),
    prisme: `query Nested { customers(first: 50, sort: NAME, direction: ASC) {
      nodes { id name invoices(first: 5) { nodes { id number totalCents issuedOn } } } } }`,
    postgraphile: `query Nested { allCustomers(first: 50, orderBy: [NAME_ASC]) {
      nodes { id: rowId name invoicesByCustomerId(first: 5, orderBy: [ISSUED_ON_DESC]) { nodes { id: rowId number totalCents issuedOn } } } } }`,
    plain: `select json_object('customers': json_object('nodes': (
        select json_agg(json_object('id': id, 'name': name, 'invoices': json_object('nodes': (
          select coalesce(json_agg(json_object('id': id, 'number': number, 'totalCents': total_cents, 'issuedOn': issued_on)), '[]')
          from (select * from invoice where customer_id = c.id order by issued_on desc, id desc limit 5) v))))
        from (select * from customer order by name, id limit 50) c)))::text as data`,
  },
];
