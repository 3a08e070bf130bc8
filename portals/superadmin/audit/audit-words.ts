import type { Icon } from '@tabler/icons-react';
import { IconEye, IconPencil, IconShieldX } from '@tabler/icons-react';
import i18next, { type TFunction } from 'i18next';
import type { AuditOutcome } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

export const outcomeTones: Record<AuditOutcome, Tone> = { CHANGED: 'green', READ: 'blue', REFUSED: 'red' };
export const outcomes = Object.keys(outcomeTones) as AuditOutcome[];
export const outcomeIcons: Record<AuditOutcome, Icon> = { CHANGED: IconPencil, READ: IconEye, REFUSED: IconShieldX };

const known = (key: string): boolean => i18next.exists(key, { ns: 'portal' });

/** The word for a code, and the code itself where it has none: there are many, and there will be more. */
export const actionName = (t: TFunction, action: string): string =>
  known(`audit.action.${action}`) ? t(`audit.action.${action}`) : action;
/** What an entry is called: a refused mutation, known by its name alone, is a try. */
export const titleOf = (t: TFunction, action: string, outcome: AuditOutcome): string =>
  outcome === 'REFUSED' && !known(`audit.action.${action}`) ? t('audit.tried') : actionName(t, action);
export const typeName = (t: TFunction, type: string): string => (known(`audit.type.${type}`) ? t(`audit.type.${type}`) : type);
export const roleName = (t: TFunction, role: string): string => (known(`audit.role.${role}`) ? t(`audit.role.${role}`) : role);
/** `customFields.floor_area` is a custom field of a customer, by its key. */
export const propertyName = (t: TFunction, property: string): string =>
  property.startsWith('customFields.')
    ? t('audit.customField', { key: property.slice('customFields.'.length) })
    : known(`audit.property.${property}`)
      ? t(`audit.property.${property}`)
      : property;
export const refusalName = (t: TFunction, code: string): string =>
  known(`audit.refusal.${code}`) ? t(`audit.refusal.${code}`) : code;

const pages: Record<string, string> = {
  Customer: 'customers',
  Invoice: 'invoices',
  Project: 'projects',
  Mission: 'missions',
  Opportunity: 'opportunities',
  Order: 'orders',
  User: 'users',
  Mail: 'mails',
  ImportRun: 'imports',
};

/** The object's own page, where its type has one. */
export const pageOf = (type: string | null, id: string | null): string | null =>
  type && id && pages[type] ? `/${pages[type]}/${id}` : null;
