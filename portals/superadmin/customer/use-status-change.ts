import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { CustomerStatus } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done, undoable } from '../../shared/ui/notify';

const SetCustomersStatus = graphql(`
  mutation SetCustomersStatus($input: SetCustomersStatusInput!) {
    setCustomersStatus(input: $input) {
      customers { id status version }
      userErrors { path code message }
    }
  }
`);

const CustomerStatusNow = graphql(`
  fragment CustomerStatusNow on Customer { id status }
`);

/** What read a customer's status: the figures over them, and the lists filtered by it. */
const readAgain = ['SuperadminCustomerFigures', 'SuperadminCustomers'];

/** Activates or deactivates, at once; undoing puts back only those that were otherwise. */
export function useStatusChange() {
  const { t } = useTranslation();
  const { cache } = useApolloClient();
  const { submit } = useSubmit(SetCustomersStatus, { fields: [] });
  return async (ids: readonly string[], status: CustomerStatus): Promise<void> => {
    const set = (changed: readonly string[], to: CustomerStatus) =>
      submit({ input: { ids: [...changed], status: to } }, { refetchQueries: readAgain });
    const others = ids.filter((id) => {
      const known = cache.readFragment({ fragment: CustomerStatusNow, id: cache.identify({ __typename: 'Customer', id }) });
      return known?.status !== status;
    });
    if (!(await set(ids, status))) return;
    const before = status === 'ACTIVE' ? 'INACTIVE' : 'ACTIVE';
    const message = t(`customers.done.${status}`, { count: ids.length });
    if (!others.length) return done(message);
    undoable(
      message,
      () => {},
      () => void set(others, before),
    );
  };
}
