import type { ConsentChannel, ConsentMethod, ConsentPurpose, ConsentStatus } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

export const purposes = ['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'] as const satisfies readonly ConsentPurpose[];
export const channels = ['EMAIL', 'SMS', 'PHONE', 'POST'] as const satisfies readonly ConsentChannel[];
export const actions = ['GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OBJECTED'] as const satisfies readonly ConsentStatus[];
export const methods: readonly ConsentMethod[] = [
  'WEB',
  'LINK',
  'ONE_CLICK',
  'PHONE',
  'PAPER',
  'EMAIL',
  'IMPORT',
  'SYSTEM',
  'MERGE',
];

export const consentTones: Record<ConsentStatus, Tone> = {
  GRANTED: 'green',
  REFUSED: 'red',
  WITHDRAWN: 'red',
  EXPIRED: 'yellow',
  OBJECTED: 'red',
  UNKNOWN: 'gray',
};
