import { type Changes, changesOf } from '../../core/audit.entity.js';
import { Address } from '../customer/address.entity.js';
import { located } from '../customer/address.service.js';
import { Contact } from '../customer/contact.entity.js';
import { type ValueChange, valueChanges } from '../customer/custom-field-value.service.js';
import { Customer, CustomerKind, CustomerStatus } from '../customer/customer.entity.js';
import { plainWord } from '../import/columns.rules.js';
import type { Refusal } from '../import/refusal.rules.js';
import { notForKind, planValues, valuesAfter } from './custom-values.service.js';
import type { CustomerLine } from './customer-line.service.js';
import type { StagedGroup } from './customer-staging.service.js';
import type { Known, KnownCustomers } from './known-customers.service.js';

/** What to do with lines whose customer is there already. */
export type Existing = 'update' | 'leave';

export interface Change<T> {
  row: T;
  isNew: boolean;
  changes: Changes;
}

/** What some lines come to: rows as they are to be written, with what changes in them. */
export interface Plan {
  created: Known[];
  /** A new customer's time of creation, where the file says it. */
  createdAt: Map<Customer, string>;
  customers: Change<Customer>[];
  contacts: (Change<Contact> & { of: Customer })[];
  addresses: (Change<Address> & { of: Customer })[];
  /** Each value of a customer once, as it is in the end. */
  values: Map<Customer, ValueChange[]>;
  updated: number;
  unchanged: number;
  refused: Refusal[];
}

/** Nothing is read or written here: what is known was read before, and is changed in memory only. */
export function planOf(groups: readonly StagedGroup[], known: KnownCustomers, existing: Existing): Plan {
  const plan: Plan = {
    created: [],
    createdAt: new Map(),
    customers: [],
    contacts: [],
    addresses: [],
    values: new Map(),
    updated: 0,
    unchanged: 0,
    refused: [],
  };
  for (const group of groups) planGroup(plan, group, known, existing);
  return plan;
}

function planGroup(plan: Plan, { lines }: StagedGroup, known: KnownCustomers, existing: Existing): void {
  const refuse = (code: string, value: string, at = lines) =>
    plan.refused.push(...at.map(({ line }) => ({ line, code, value, column: null })));
  const [{ read: first }] = lines;
  const found = known.find(first);
  const mistake = clashOf(first, found, known);
  if (mistake) return void refuse(...mistake);
  const agreeing = lines.filter(({ read }) => agrees(first, read));
  const others = lines.filter((line) => !agreeing.includes(line));
  refuse('OTHER_VALUES', '', others);
  if (found && existing === 'leave') {
    plan.unchanged += 1;
    return;
  }
  const whole = found ?? { customer: Object.assign(new Customer(), { tags: [] }), contacts: [], addresses: [], values: [] };
  const before = planned(plan);
  planCustomer(plan, whole, !found, first);
  const meant = new Set<object>();
  for (const { read } of agreeing) {
    if (read.contact) planContact(plan, whole, read.contact, meant);
    for (const address of read.addresses) planAddress(plan, whole, address, meant);
  }
  if (!found) {
    plan.created.push(whole);
    known.add(whole);
  } else if (planned(plan) > before) plan.updated += 1;
  else plan.unchanged += 1;
}

const planned = ({ customers, contacts, addresses }: Plan): number => customers.length + contacts.length + addresses.length;

/** What a line would do to a customer that the form would refuse. */
function clashOf(
  { reference, kindSaid, customer: { siret, name, kind }, values }: CustomerLine,
  found: Known | null,
  known: KnownCustomers,
): [code: string, value: string] | null {
  const owner = siret ? known.bySiret(siret) : null;
  if (owner && owner !== found) return ['SIRET_TAKEN', siret!];
  const alien = notForKind(values, kindSaid || !found ? kind : found.customer.kind);
  if (alien) return ['FIELD_NOT_FOR_KIND', alien];
  if (!found) return null;
  const { customer } = found;
  if (reference === customer.reference && reference !== customer.externalId && plainWord(customer.name) !== plainWord(name))
    return ['REFERENCE_CLASH', `${customer.reference} · ${customer.name}`];
  return siret && !kindSaid && customer.kind === CustomerKind.PERSON ? ['NOT_FOR_A_PERSON', siret] : null;
}

/** A further line of the same customer says nothing else of them; blank cells say nothing. */
function agrees(first: CustomerLine, further: CustomerLine): boolean {
  const fields = Object.entries(further.customer).every(
    ([property, value]) =>
      (property === 'kind' && !further.kindSaid) ||
      JSON.stringify(value) === JSON.stringify(first.customer[property as keyof Customer]),
  );
  const saidFirst = (fieldId: string) => first.values.find((value) => value.fieldId === fieldId)?.said;
  return fields && further.values.every(({ fieldId, said }) => said === saidFirst(fieldId));
}

function planCustomer(plan: Plan, whole: Known, isNew: boolean, line: CustomerLine): void {
  const { customer } = whole;
  const { tags, kind, ...fields } = line.customer;
  const change: Partial<Customer> = {
    ...(isNew ? { status: CustomerStatus.ACTIVE } : {}),
    ...fields,
    ...(isNew || line.kindSaid ? { kind } : {}),
    // Words that somebody gave them here are kept.
    ...(tags ? { tags: [...new Set([...customer.tags, ...tags])] } : {}),
    ...(line.reference && line.reference !== customer.reference && !customer.externalId ? { externalId: line.reference } : {}),
  };
  const values = planValues(whole.values, line.values, change.kind ?? customer.kind);
  const changes = { ...changesOf(customer, change), ...valueChanges(values) };
  if (Object.keys(changes).length === 0) return;
  Object.assign(customer, change);
  whole.values = valuesAfter(whole.values, line.values, values);
  const isTold = (id: string) => values.some(({ fieldId }) => fieldId === id);
  const earlier = plan.values.get(customer) ?? [];
  plan.values.set(customer, [...earlier.filter(({ fieldId }) => !isTold(fieldId)), ...values]);
  if (isNew && line.createdAt) plan.createdAt.set(customer, line.createdAt);
  plan.customers.push({ row: customer, isNew, changes });
}

/** A contact is known again by name. */
function planContact(plan: Plan, { customer, contacts }: Known, contact: Partial<Contact>, meant: Set<object>): void {
  const name = plainWord(contact.name ?? '');
  const known = contacts.find((one) => plainWord(one.name) === name);
  const row = known ?? Object.assign(new Contact(), { primary: contacts.length === 0 });
  if (!known) contacts.push(row);
  changePart(plan.contacts, { row, of: customer, isNew: !known }, contact, meant);
}

/** An address is known again by what it is for, its postal code and street; the only one of its kind is taken for the one that moved. */
function planAddress(plan: Plan, { customer, addresses }: Known, address: Partial<Address>, meant: Set<object>): void {
  const alike = addresses.filter(({ kind }) => kind === address.kind);
  const isIt = (one: Address) =>
    one.postalCode === address.postalCode && plainWord(one.street) === plainWord(address.street ?? '');
  const known = alike.find(isIt) ?? (alike.length === 1 && !meant.has(alike[0]) ? alike[0] : undefined);
  const row = known ?? Object.assign(new Address(), located(address as Address));
  if (!known) addresses.push(row);
  const moves = known && !isIt(known);
  // Where it was is not where it is.
  changePart(
    plan.addresses,
    { row, of: customer, isNew: !known },
    moves ? { ...address, ...located(address as Address) } : address,
    meant,
  );
}

/** A further line may fill what an earlier one left open in the same contact or address; it does not write over it. */
function changePart<T extends object>(
  parts: (Change<T> & { of: Customer })[],
  part: { row: T; of: Customer; isNew: boolean },
  fields: Partial<T>,
  meant: Set<object>,
): void {
  const { row } = part;
  const open = Object.entries(fields).filter(([property]) => !meant.has(row) || row[property as keyof T] == null);
  meant.add(row);
  const change = Object.fromEntries(open) as Partial<T>;
  const changes = changesOf(row, change);
  if (Object.keys(changes).length === 0) return;
  Object.assign(row, change);
  const planned = parts.find((one) => one.row === row);
  if (planned) Object.assign(planned.changes, changes);
  else parts.push({ ...part, changes });
}
