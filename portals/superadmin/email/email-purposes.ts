import type { EmailPurpose } from '../../shared/graphql/generated/graphql';

export const purposes = ['SERVICE', 'MARKETING', 'SATISFACTION', 'PARTNERS'] as const satisfies readonly EmailPurpose[];
export const languages = ['fr', 'en'] as const;
