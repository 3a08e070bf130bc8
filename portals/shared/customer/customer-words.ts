import type { TFunction } from 'i18next';
import { date, phoneText } from '../ui/format';
import type { CustomField } from './use-custom-fields';
import type { Choice } from './use-customer-choices';
import type { CustomerWords } from './use-customer-save';

/** The form's words with each custom field as one of its own, by its identifier. */
export type FlatWords = Omit<CustomerWords, 'customFields'> & { [fieldId: string]: unknown };

export const flatOf = ({ customFields, ...words }: CustomerWords): FlatWords => ({ ...words, ...customFields });

const isIdentifier = (field: string) => field.includes('-');

export function wholeOf(flat: FlatWords): CustomerWords {
  const all = Object.entries(flat);
  return {
    ...Object.fromEntries(all.filter(([field]) => !isIdentifier(field))),
    customFields: Object.fromEntries(all.filter(([field]) => isIdentifier(field))),
  } as CustomerWords;
}

/** By which word of `field` a field of the form is called. */
export const fieldWord = (field: string): string => field.replace(/Id$/, '');

type Known = { people: readonly Choice[]; custom: readonly CustomField[] };

/** What stands in a field, in words; '' where nothing does. People are named where they are known. */
export function shownIn(field: string, value: unknown, { people, custom }: Known, t: TFunction<'customer'>): string {
  if (value === null || value === undefined || value === '') return '';
  const own = custom.find(({ id }) => id === field);
  if (own?.kind === 'CHOICE') return own.choices.find(({ id }) => id === value)?.label ?? '';
  if (own?.kind === 'DATE') return date(String(value));
  if (field === 'kind') return t(`kind.${value as CustomerWords['kind']}`);
  if (field === 'phone') return phoneText(String(value));
  if (field.endsWith('Id')) return people.find((one) => one.value === value)?.label ?? '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
