import type { Columns } from '../import/columns.rules.js';

/** What a line of an order file may say. */
const orderFields = [
  'number',
  'placedAt',
  'customer',
  'email',
  'phone',
  'name',
  'address',
  'city',
  'postalCode',
  'country',
  'sku',
  'description',
  'quantity',
  'unitPrice',
  'status',
  'currency',
] as const;
export type OrderField = (typeof orderFields)[number];

const required: readonly OrderField[] = ['number', 'placedAt', 'quantity', 'unitPrice'];

/** Headers as shops, tills and accountants write them, without case, accents and punctuation; the surest first. */
const headersOf: Record<OrderField, string> = {
  number:
    'invoiceno ordernumber orderno orderid number invoicenumber invoice order numerocommande nocommande ncommande idcommande commande numero numerofacture nofacture facture',
  placedAt: 'invoicedate orderdate placedat date orderedat createdat datecommande datefacture',
  customer: 'customerid customer customerno customernumber clientid idclient codeclient numeroclient noclient client',
  email: 'email customeremail mail courriel adresseemail emailclient',
  phone: 'phone customerphone phonenumber telephone tel mobile portable',
  name: 'name customername clientname fullname nom nomclient raisonsociale',
  address: 'address address1 shippingaddress street adresse adresse1 adresselivraison rue',
  city: 'city town ville commune villelivraison',
  postalCode: 'postcode postalcode zip zipcode codepostal cp codepostallivraison',
  country: 'country pays',
  sku: 'stockcode sku productcode articlecode codearticle productid article reference ref',
  description: 'description productname product designation libelle produit',
  quantity: 'quantity qty quantite qte',
  unitPrice: 'unitprice price prixunitaire prix pu puht prixunitaireht',
  status: 'status orderstatus statut etat state',
  currency: 'currency devise',
};

export const orderColumns: Columns<OrderField> = { fields: orderFields, required, headersOf };
