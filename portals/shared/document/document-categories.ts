import type { DocumentCategory } from '../graphql/generated/graphql';

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
