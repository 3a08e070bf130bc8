import type { DocumentCategory, DocumentVisibility } from '../graphql/generated/graphql';

/** What documents are, in the order they are offered. */
export const categories = [
  'CONTRACT',
  'QUOTE',
  'INVOICE',
  'REPORT',
  'PHOTO',
  'PLAN',
  'IDENTITY',
  'OTHER',
] as const satisfies readonly DocumentCategory[];

/** Who may see them, from the fewest on. */
export const visibilities = ['INTERNAL', 'CLIENT', 'PRESTATAIRE', 'EVERYONE'] as const satisfies readonly DocumentVisibility[];
