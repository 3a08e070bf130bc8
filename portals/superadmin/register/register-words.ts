import type { LegalBasis } from '../../shared/graphql/generated/graphql';

export const legalBases = [
  'CONTRACT',
  'LEGAL_OBLIGATION',
  'LEGITIMATE_INTEREST',
  'CONSENT',
] as const satisfies readonly LegalBasis[];

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

/** On its last day it still goes on. */
export const isOver = (endedOn: string | null | undefined): boolean => endedOn != null && endedOn < today();
