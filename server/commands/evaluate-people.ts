import type { Columns } from '../features/import/columns.rules.js';
import type { Known } from '../features/matching/profile.rules.js';

/** What a table may say of people and companies. */
const fields = [
  'email',
  'phone',
  'name',
  'givenName',
  'surname',
  'streetNumber',
  'address',
  'city',
  'postcode',
  'birthDate',
  'legalId',
] as const;
export type PersonField = (typeof fields)[number];

export const personColumns: Columns<PersonField> = {
  fields,
  required: [],
  headersOf: {
    email: 'email mail emailaddress courriel adresseemail',
    phone: 'phone phonenumber telephone tel mobile portable telno',
    name: 'name fullname customername clientname title raisonsociale denomination companyname company societe nomcomplet',
    givenName: 'givenname firstname prenom forename fname',
    surname: 'surname lastname familyname nom lname nomdefamille',
    streetNumber: 'streetnumber streetno housenumber numero numerovoie',
    address: 'address address1 addressline1 street streetaddress adresse adresse1 rue voie addr',
    city: 'city suburb town ville commune locality',
    postcode: 'postcode postalcode zip zipcode codepostal cp',
    birthDate: 'dateofbirth birthdate dob datenaissance datedenaissance',
    legalId: 'socsecid ssn siret siren vatnumber numerotva nationalid',
  },
};

export const knownOf = (id: string, row: Partial<Record<PersonField, string>>): Known => ({
  id,
  email: row.email,
  phone: row.phone,
  name: row.name || [row.givenName, row.surname].filter(Boolean).join(' '),
  address: [row.streetNumber, row.address].filter(Boolean).join(' '),
  city: row.city,
  postcode: row.postcode,
  birthDate: row.birthDate,
  legalId: row.legalId,
});
