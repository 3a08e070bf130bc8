import { validateSync } from 'class-validator';
import type { Viewer } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { mistakesOf } from '../../core/inputs.js';
import type { FieldWithChoices } from '../custom-field/field-text.rules.js';
import { type Address, AddressKind } from '../customer/address.entity.js';
import { AddAddressInput } from '../customer/address.input.js';
import { readAddress } from '../customer/address.service.js';
import type { Contact } from '../customer/contact.entity.js';
import { AddContactInput } from '../customer/contact.input.js';
import { readContact } from '../customer/contact.service.js';
import { type Customer, CustomerKind, type CustomerStatus } from '../customer/customer.entity.js';
import { CreateCustomerInput } from '../customer/customer.input.js';
import { readCustomer } from '../customer/customer-read.service.js';
import { readDate } from '../import/dates.rules.js';
import { type LineValue, readLineValues } from './custom-values.service.js';
import { type CustomerField, customerColumns, customFieldColumn } from './customer-columns.rules.js';
import { keyOf } from './customer-key.rules.js';
import {
  countryOf,
  isShortened,
  isSpreadsheetError,
  readCustomerStatus,
  readKind,
  readWholeAddress,
  type WrittenAddress,
} from './customer-values.rules.js';

/** A line as it is kept until its turn comes: what the form would have kept of it. */
export interface CustomerLine {
  key: string;
  reference: string | null;
  /** The file says it; else it is concluded, which is enough for a new customer only. */
  kindSaid: boolean;
  customer: Partial<Customer> & Pick<Customer, 'kind' | 'name'>;
  /** As PostgreSQL reads it. */
  createdAt: string | null;
  contact: Partial<Contact> | null;
  addresses: Partial<Address>[];
  /** What it says of custom fields. */
  values: LineValue[];
}

/** A mistake and the field whose cell holds it; null where it is the line. */
export interface Mistake {
  field: CustomerField | null;
  code: string;
}

export type Cells = (field: CustomerField) => string | null;
type Ways = Record<string, CustomerField>;

const same = (fields: readonly CustomerField[]): Ways => Object.fromEntries(fields.map((field) => [field, field]));
const customerWays = same(['kind', 'siret', 'vatNumber', 'email', 'phone', 'website', 'tags', 'internalNote']);
const billingWays = same(['street', 'complement', 'postalCode', 'city', 'country']);
const deliveryWays: Ways = {
  street: 'deliveryStreet',
  complement: 'deliveryComplement',
  postalCode: 'deliveryPostalCode',
  city: 'deliveryCity',
  country: 'deliveryCountry',
};
const contactWays: Ways = {
  name: 'contactName',
  position: 'contactPosition',
  email: 'contactEmail',
  phone: 'contactPhone',
};
const identifiers: readonly CustomerField[] = [
  'reference',
  'siret',
  'vatNumber',
  'phone',
  'postalCode',
  'deliveryPostalCode',
  'contactPhone',
];
const ZONE = 'Europe/Paris';

/** Who reads a file, and the custom fields it may fill in. */
export interface LineReader {
  viewer: Pick<Viewer, 'permissions'>;
  fields: readonly FieldWithChoices[];
}

/** Reads one line by the rules of the form; every mistake at once. */
export function readLine({ viewer, fields }: LineReader, cells: Cells, prefix: string): CustomerLine | Mistake[] {
  const mistakes: Mistake[] = [];
  const wrong = (field: CustomerField | null, code: string) => void mistakes.push({ field, code });
  for (const field of [...customerColumns.fields, ...fields.map(customFieldColumn)])
    if (isSpreadsheetError(cells(field) ?? '')) wrong(field, 'SPREADSHEET_ERROR');
  for (const field of identifiers) if (isShortened(cells(field) ?? '')) wrong(field, 'SHORTENED_NUMBER');
  const { name, person, nameField } = namesOf(cells);
  if (!name) wrong(null, 'NO_CUSTOMER_NAME');
  const kindSaid = said(cells('kind'), readKind, () => wrong('kind', 'BAD_CUSTOMER_KIND'));
  const status = said(cells('status'), readCustomerStatus, () => wrong('status', 'BAD_CUSTOMER_STATUS'));
  const kind = kindSaid ?? concluded(cells);
  const input = Object.assign(new CreateCustomerInput(), {
    kind,
    name: name ?? undefined,
    ...filled(cells, same(['siret', 'vatNumber', 'email', 'phone', 'website', 'internalNote'])),
    ...(cells('tags')
      ? {
          tags: cells('tags')!
            .split(/[,;|]/)
            .map((tag) => tag.trim())
            .filter(Boolean),
        }
      : {}),
  });
  const customer = checked(input, { ...customerWays, name: nameField }, wrong, (found) =>
    readCustomer(found, viewer, input, kind),
  );
  const reference = cells('reference') && prefix + cells('reference');
  if (reference && reference.length > 100) wrong('reference', 'TEXT_TOO_LONG');
  const line = {
    reference,
    kindSaid: kindSaid !== null,
    customer: { ...customer, kind, name: name ?? '', ...(status && { status: status as CustomerStatus }) },
    createdAt: creationOf(cells('createdAt'), () => wrong('createdAt', 'BAD_CREATION_DATE')),
    contact: contactOf(cells, kind === CustomerKind.COMPANY ? person : null, wrong),
    addresses: [
      ...addressOf(cells, AddressKind.BILLING, billingWays, wrong),
      ...addressOf(cells, AddressKind.DELIVERY, deliveryWays, wrong),
    ],
    values: readLineValues(fields, cells, kindSaid, wrong),
  };
  const key = keyOf(line);
  if (key === null && mistakes.length === 0) wrong(null, 'NO_CUSTOMER_KEY');
  // A cell is told one thing; that its digits are gone comes before what is then wrong with them.
  const told = new Set<CustomerField>();
  const first = mistakes.filter(({ field }) => field === null || (!told.has(field) && told.add(field)));
  return first.length > 0 ? first : { ...line, key: key! };
}

const cellCodes: Record<string, string> = {
  TOO_LONG: 'TEXT_TOO_LONG',
  TOO_MANY: 'TOO_MANY_TAGS',
  POSTAL_CODE_OF_ANOTHER_CITY: 'POSTAL_CODE_ELSEWHERE',
};

type Wrong = (field: CustomerField | null, code: string) => void;

function said<Value>(text: string | null, read: (text: string) => Value | null, wrong: () => void): Value | null {
  const value = text && read(text);
  if (text && !value) wrong();
  return value || null;
}

/** Whether it is a company or a person, where no column says so. */
const concluded = (cells: Cells): CustomerKind =>
  !cells('company') && !cells('siret') && !cells('vatNumber') && (cells('firstName') || cells('lastName'))
    ? CustomerKind.PERSON
    : CustomerKind.COMPANY;

/** The customer's name, and the person's where there is a company too. A column “nom” beside “prénom” is the family name. */
function namesOf(cells: Cells): { name: string | null; person: string | null; nameField: CustomerField } {
  const [company, name, first, last] = [cells('company'), cells('name'), cells('firstName'), cells('lastName')];
  const family = last ?? (first && name && !name.includes(first) ? name : null);
  const person = first || last ? [first, family].filter(Boolean).join(' ') : null;
  if (company) return { name: company, person: person ?? (name === company ? null : name), nameField: 'company' };
  return person && (last || family)
    ? { name: person, person: null, nameField: last ? 'lastName' : 'name' }
    : { name: name ?? person, person: null, nameField: name ? 'name' : 'firstName' };
}

const filled = (cells: Cells, ways: Ways) =>
  Object.fromEntries(
    Object.entries(ways).flatMap(([property, field]) => (cells(field) === null ? [] : [[property, cells(field)!]])),
  );

/** What the rules make of an input; what they, and the lengths it may have, find wrong is told at the cells. */
function checked<T>(input: object, ways: Ways, wrong: Wrong, read: (mistakes: UserError[]) => T): T {
  const found: UserError[] = mistakesOf(validateSync(input, { skipMissingProperties: true }));
  const value = read(found);
  // What is wrong with a form is said with figures; of a cell its text is shown.
  for (const { path, code } of found) wrong(ways[path[1]] ?? null, cellCodes[code] ?? code);
  return value;
}

function contactOf(cells: Cells, person: string | null, wrong: Wrong): Partial<Contact> | null {
  const fields = filled(cells, contactWays);
  const name = fields.name ?? person;
  if (!name) {
    if (Object.keys(fields).length > 0) wrong('contactName', 'CONTACT_WITHOUT_NAME');
    return null;
  }
  const input = Object.assign(new AddContactInput(), fields, { name });
  return checked(input, contactWays, wrong, (found) => readContact(found, input));
}

function addressOf(cells: Cells, kind: AddressKind, ways: Ways, wrong: Wrong): Partial<Address>[] {
  const fields = filled(cells, ways);
  const { street, postalCode, city } = fields;
  if (!street && !postalCode && !city) return [];
  let whole: Partial<WrittenAddress> = {};
  if (street && !postalCode && !city) {
    const read = readWholeAddress(street);
    if (!read) wrong(ways.street, 'UNREADABLE_ADDRESS');
    whole = read ?? {};
  } else if (!street || !postalCode || !city)
    wrong(!street ? ways.street : !postalCode ? ways.postalCode : ways.city, 'INCOMPLETE_ADDRESS');
  const country = countryOf(fields.country ?? 'FR');
  if (country === 'FR' && /^\d{4}$/.test(postalCode ?? '')) wrong(ways.postalCode, 'LOST_ZERO');
  const input = Object.assign(new AddAddressInput(), fields, whole, { kind, country });
  return [checked(input, ways, wrong, (found) => readAddress(found, input))];
}

function creationOf(text: string | null, wrong: () => void): string | null {
  if (text === null) return null;
  const date = readDate(text, ZONE)?.dayFirst ?? null;
  // Spelled like the dates PostgreSQL reads; its day alone is compared.
  if (date === null || date.slice(0, 10) > new Date().toISOString().slice(0, 10)) wrong();
  return date;
}
