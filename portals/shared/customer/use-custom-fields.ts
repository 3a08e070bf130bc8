import { useQuery } from '@apollo/client/react';
import { useViewer } from '../auth/session';
import { graphql } from '../graphql/generated';
import type { CustomFieldsQuery } from '../graphql/generated/graphql';

const CustomFields = graphql(`
  query CustomFields {
    customFields { id key kind appliesTo required label help choices { id label retired } }
  }
`);

export type CustomField = CustomFieldsQuery['customFields'][number];

/** What a customer's record says of a custom field. */
export type CustomValue = {
  fieldId: string;
  text?: string | null;
  number?: number | null;
  date?: string | null;
  choiceId?: string | null;
};

const none: readonly CustomField[] = [];

/** The fields the house defined, in their order: read once, and empty for who reads none. */
export function useCustomFields(): { fields: readonly CustomField[]; read: boolean } {
  const skip = !useViewer().permissions.includes('customField.read');
  const { data, error } = useQuery(CustomFields, { fetchPolicy: 'cache-first', skip });
  return { fields: data?.customFields ?? none, read: skip || Boolean(data ?? error) };
}

export const isFor = ({ appliesTo }: CustomField, kind: string): boolean => appliesTo === 'EVERYONE' || appliesTo === kind;

/** As a form takes it up, and the server reads it. */
export const typedOf = ({ text, number, date, choiceId }: CustomValue): string =>
  text ?? date ?? choiceId ?? (number == null ? '' : String(number));
