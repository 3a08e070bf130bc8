import type { CustomField } from '../custom-field/custom-field.entity.js';
import { type Columns, plainWord } from '../import/columns.rules.js';

/** What a line of a customer file may say. */
const customerFields = [
  'reference',
  'kind',
  'company',
  'name',
  'firstName',
  'lastName',
  'siret',
  'vatNumber',
  'email',
  'phone',
  'website',
  'status',
  'tags',
  'internalNote',
  'createdAt',
  'street',
  'complement',
  'postalCode',
  'city',
  'country',
  'deliveryStreet',
  'deliveryComplement',
  'deliveryPostalCode',
  'deliveryCity',
  'deliveryCountry',
  'contactName',
  'contactPosition',
  'contactEmail',
  'contactPhone',
] as const;
type BuiltIn = (typeof customerFields)[number];
/** What a column may hold; `custom.floor_area` is the custom field of that key. */
export type CustomerField = BuiltIn | `custom.${string}`;

/** Headers as other products and people write them; the surest first. docs/import.md says which product writes which. */
const headersOf: Record<BuiltIn, string> = {
  reference:
    'reference ref customerref customercode codeclient numeroclient numclient noclient nclient idclient clientid customerid customernumber customerno externalid code numero id pk',
  kind: 'kind customertype typeclient clienttype typedeclient type',
  company:
    'company companyname raisonsociale societe nomsociete nomdelasociete entreprise nomentreprise denomination organisation organization enseigne',
  name: 'name customername clientname nomclient nomduclient fullname nomcomplet displayname nom client',
  firstName: 'firstname prenom givenname',
  lastName: 'lastname nomdefamille nomfamille familyname surname',
  siret: 'siret numerosiret nsiret siretnumber companysiret',
  vatNumber: 'vatnumber numerotva ntva tvaintracommunautaire numerotvaintracommunautaire tvaintra vatid tvanumber tva vat',
  email: 'email emailaddress mail courriel adresseemail adressemail adressecourriel emailclient customeremail',
  phone: 'phone phonenumber telephone tel numerotelephone telephonefixe mobile portable telephonemobile phonemobile gsm',
  website: 'website siteweb siteinternet site web url',
  status: 'status statut etat isactive active actif',
  tags: 'tags etiquettes motscles labels segment categories',
  internalNote: 'internalnote noteinterne notes note commentaires commentaire remarques remarque observations comments comment',
  createdAt:
    'createdat datecreation datedecreation creele clientdepuis customersince datejoined dateinscription inscritle created',
  street: 'street address adresse rue address1 adresse1 addressline1 billingstreet billingaddress adressefacturation voie',
  complement: 'complement complementadresse address2 adresse2 addressline2',
  postalCode: 'postalcode codepostal cp zipcode zip postcode billingpostalcode',
  city: 'city ville commune localite town billingcity',
  country: 'country pays codepays countrycode billingcountry',
  deliveryStreet:
    'deliverystreet deliveryaddress adresselivraison adressedelivraison ruelivraison shippingaddress shippingstreet',
  deliveryComplement: 'deliverycomplement complementlivraison shippingaddress2',
  deliveryPostalCode: 'deliverypostalcode codepostallivraison cplivraison shippingpostalcode shippingzip',
  deliveryCity: 'deliverycity villelivraison shippingcity',
  deliveryCountry: 'deliverycountry payslivraison shippingcountry',
  contactName: 'contactname contact nomcontact nomducontact contactprincipal interlocuteur contactperson',
  contactPosition: 'contactposition fonctioncontact contactrole fonction poste jobtitle position',
  contactEmail: 'contactemail emailcontact courrielcontact',
  contactPhone: 'contactphone telephonecontact telcontact contactmobile',
};

export const customFieldColumn = ({ key }: Pick<CustomField, 'key'>): CustomerField => `custom.${key}`;

/** What every file may say. Where the custom fields are not at hand, whichever is named is taken, and one that is not there holds nothing. */
export const customerColumns: Columns<CustomerField> = {
  fields: customerFields,
  required: [],
  headersOf,
  alsoNamed: (field) => /^custom\.[a-z][a-z0-9_]*$/.test(field),
};

/** With the custom fields of the house, known by their labels and keys; a header that has a meaning of its own keeps it. */
export const columnsWith = (custom: readonly CustomField[]): Columns<CustomerField> => ({
  fields: [...customerFields, ...custom.map(customFieldColumn)],
  required: [],
  headersOf: {
    ...headersOf,
    ...Object.fromEntries(
      custom.map((field) => [
        customFieldColumn(field),
        [field.labelFr, field.labelEn, field.key].map(plainWord).filter(Boolean).join(' '),
      ]),
    ),
  },
});

/** One of these must be there: a customer has a name. */
export const namingFields: readonly CustomerField[] = ['name', 'company', 'lastName', 'firstName'];
