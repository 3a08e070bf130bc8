import type { ApolloClient, OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import i18next from 'i18next';
import { useState } from 'react';
import { failed } from '../ui/notify';
import { problemOf } from './problem';

export type UserError = { path: readonly string[]; code: string; message: string };
export type Payload<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;

/** What a submit may carry beside its variables: optimistic answer, cache update, queries to read again. */
export type SubmitOptions<Data> = Pick<
  ApolloClient.MutateOptions<Data>,
  'optimisticResponse' | 'update' | 'refetchQueries' | 'awaitRefetchQueries'
>;

/** `input.lines.0.label` → `lines.0.label`: forms don't know that the schema wraps them in `input`. */
export const pathOf = ({ path }: UserError): string => (path[0] === 'input' ? path.slice(1) : path).join('.');

export function userErrorsIn(payload: unknown): readonly UserError[] {
  if (typeof payload !== 'object' || payload === null || !('userErrors' in payload)) return [];
  return payload.userErrors as readonly UserError[];
}

/** The one field of a mutation's answer. */
export function payloadOf<Data>(data: Data | null | undefined): Payload<Data> | undefined {
  const entry = Object.entries(data ?? {}).find(([field]) => field !== '__typename');
  return entry?.[1] as Payload<Data> | undefined;
}

/** Says what went wrong with a mutation that was refused as a whole. */
export function tell(error: unknown): void {
  const { code, message, requestId } = problemOf(error);
  const text = code === 'NETWORK' || !message ? i18next.t('ui:failure.NETWORK.text') : message;
  failed(requestId ? `${text} (${i18next.t('ui:failure.request')} ${requestId})` : text);
}

/**
 * One mutation behind one form or button. `submit` answers the payload, or undefined when it was refused; then what a
 * field can correct is in `errorsByPath`, and the rest was shown as a notification.
 * @param fields the form's fields; errors at other paths become notifications. Without it every path is a field.
 * @param says codes of refusals that the form says itself, by `refused`; others become notifications.
 */
export function useSubmit<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { fields, says = [] }: { fields?: readonly string[]; says?: readonly string[] } = {},
) {
  const client = useApolloClient();
  const [pending, setPending] = useState(false);
  const [errorsByPath, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<string>();

  async function submit(variables: Variables, options: SubmitOptions<Data> = {}): Promise<Payload<Data> | undefined> {
    setErrors({});
    setRefused(undefined);
    setPending(true);
    try {
      const { data } = await client.mutate<Data>({ mutation: document as TypedDocumentNode<Data>, variables, ...options });
      const payload = payloadOf<Data>(data as Data | undefined);
      const errors = userErrorsIn(payload);
      if (!errors.length) return payload;
      const atFields = errors.filter((error) => (fields ? fields.includes(pathOf(error)) : pathOf(error) !== ''));
      setErrors(Object.fromEntries(atFields.map((error) => [pathOf(error), error.message])));
      for (const error of errors) if (!atFields.includes(error)) failed(error.message);
    } catch (error) {
      const { code } = problemOf(error);
      if (says.includes(code)) setRefused(code);
      else tell(error);
    } finally {
      setPending(false);
    }
    return undefined;
  }

  const reset = () => {
    setErrors({});
    setRefused(undefined);
  };
  return { submit, pending, errorsByPath, refused, reset };
}
