import { FileProblem } from './order-file.rules.js';

/** What a line of an order file may say. */
export const orderFields = [
  'number',
  'placedAt',
  'customer',
  'email',
  'phone',
  'name',
  'country',
  'sku',
  'description',
  'quantity',
  'unitPrice',
  'status',
  'currency',
] as const;
export type OrderField = (typeof orderFields)[number];
export type Mapping = Partial<Record<OrderField, string>>;

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
  country: 'country pays',
  sku: 'stockcode sku productcode articlecode codearticle productid article reference ref',
  description: 'description productname product designation libelle produit',
  quantity: 'quantity qty quantite qte',
  unitPrice: 'unitprice price prixunitaire prix pu puht prixunitaireht',
  status: 'status orderstatus statut etat state',
  currency: 'currency devise',
};

export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const separators = { ',': ',', ';': ';', '\t': 'tab', '|': '|' } as const;
export type Separator = keyof typeof separators;

/** The separator that cuts the header into the most columns; what stands in quotes does not count. */
export function separatorOf(header: string): Separator {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return (Object.keys(separators) as Separator[]).reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Which column holds which field: as told, and guessed from the header where nothing was told. */
export function columnsOf(headers: readonly string[], mapping: Mapping, separator: Separator): Map<OrderField, number> {
  const found = { headers: headers.map((header) => `“${header.slice(0, 60)}”`).join(' '), separator: separators[separator] };
  const columns = new Map<OrderField, number>();
  for (const [field, header] of Object.entries(mapping) as [OrderField, string][]) {
    const exact = headers.indexOf(header);
    const at = exact >= 0 ? exact : headers.findIndex((one) => plainWord(one) === plainWord(header) && plainWord(one) !== '');
    if (at < 0) throw new FileProblem('UNKNOWN_COLUMN', { header, ...found });
    columns.set(field, at);
  }
  const words = headers.map(plainWord);
  for (const field of orderFields) {
    if (columns.has(field)) continue;
    const taken = new Set(columns.values());
    const guess = headersOf[field]
      .split(' ')
      .map((word) => words.indexOf(word))
      .find((at) => at >= 0 && !taken.has(at));
    if (guess !== undefined) columns.set(field, guess);
    else if (required.includes(field)) throw new FileProblem('MISSING_COLUMN', { field, ...found });
  }
  return columns;
}

/** `number=InvoiceNo,placedAt=Date` as a person types it. */
export function readMapping(text: string): Mapping {
  const mapping: Mapping = {};
  for (const pair of text.split(',').filter(Boolean)) {
    const [field, ...header] = pair.split('=');
    mapping[knownField(field.trim())] = header.join('=').trim();
  }
  return mapping;
}

export function knownField(field: string): OrderField {
  if ((orderFields as readonly string[]).includes(field)) return field as OrderField;
  throw new FileProblem('UNKNOWN_FIELD', { field, fields: orderFields.join(', ') });
}
