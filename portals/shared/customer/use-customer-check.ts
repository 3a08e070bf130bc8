import { useApolloClient } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { graphql } from '../graphql/generated';
import type { ValidateCustomerInput, ValidateCustomerQuery } from '../graphql/generated/graphql';
import { pathOf } from '../graphql/use-submit';

const ValidateCustomer = graphql(`
  query ValidateCustomer($input: ValidateCustomerInput!) {
    validateCustomer(input: $input) {
      userErrors { path code message }
      siret { siren establishment vatNumber }
      phone { number country }
      iban
    }
  }
`);

export type CustomerCheck = ValidateCustomerQuery['validateCustomer'];

const pause = 350;

/** What stands at a path of the form; of a custom field by its key. */
function valueAt(input: ValidateCustomerInput, path: string): unknown {
  const [field, key] = path.split('.');
  if (field !== 'customFields') return (input as Record<string, unknown>)[path];
  return input.customFields?.find((one) => one.key === key)?.value;
}

/**
 * What the server's own rules say to what is being typed, once it pauses: `errors` by field, of what is filled in, and what the words
 * mean. Nothing is said while the server can't be asked: it is asked again when the form is sent.
 */
export function useCustomerCheck(input: ValidateCustomerInput): { errors: Record<string, string>; check?: CustomerCheck } {
  const client = useApolloClient();
  const typed = JSON.stringify(input);
  const [asked] = useDebouncedValue(typed, pause);
  const [begun] = useState(typed);
  const [answer, setAnswer] = useState<{ asked: string; check: CustomerCheck } | null>(null);
  useEffect(() => {
    if (asked === begun) return;
    let over = false;
    client
      .query({ query: ValidateCustomer, variables: { input: JSON.parse(asked) }, fetchPolicy: 'no-cache' })
      .then(({ data }) => !over && data && setAnswer({ asked, check: data.validateCustomer }))
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, [client, asked, begun]);
  if (!answer) return { errors: {} };
  const [now, then] = [input, JSON.parse(answer.asked) as ValidateCustomerInput];
  // What was typed since is not what was asked about.
  const errors = answer.check.userErrors
    .map((error) => [pathOf(error), error.message] as const)
    .filter(([field]) => valueAt(now, field) && valueAt(now, field) === valueAt(then, field));
  return { errors: Object.fromEntries(errors), check: answer.check };
}
