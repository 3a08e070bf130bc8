import { useSubscription } from '@apollo/client/react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useViewer } from '../../shared/auth/session';
import { useCustomerLive } from '../../shared/customer/use-customer-live';
import { type Change, TogetherProvider } from '../../shared/frame/together';
import { graphql } from '../../shared/graphql/generated';

const CustomerPresence = graphql(`
  subscription CustomerPresence($customerId: ID!, $editing: ID) {
    customerPresence(customerId: $customerId, editing: $editing) { id others { user { id name } editing } }
  }
`);

type CustomerTogetherProps = {
  /** Undefined while it isn't known, or there is none. */
  customerId: string | undefined;
  /** The page shows the customer: whoever has it open is there. Elsewhere only whoever has a form open is. */
  page?: boolean;
  /** The queries of the page: whichever of them are open are read again when something changes. */
  reads: (query: string) => boolean;
  children: ReactNode;
};

/** A page about a customer as several people have it open at once: who they are, what they have open, what they changed. */
export function CustomerTogether({ customerId, page, reads, children }: CustomerTogetherProps) {
  const { permissions } = useViewer();
  const [subject, edit] = useState<string | null>(null);
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());
  const note = useCallback(({ id, by }: { id: string; by: { id: string; name: string } | null }) => {
    if (by) setChanges((before) => new Map(before).set(id, { ...by, at: new Date().toISOString() }));
  }, []);
  useCustomerLive(customerId, reads, note);
  const may = Boolean(customerId) && permissions.includes('customer.presence');
  const id = customerId ?? '';
  const there = useSubscription(CustomerPresence, {
    variables: { customerId: id, editing: null },
    skip: !may || !page,
    fetchPolicy: 'no-cache',
  });
  const form = useSubscription(CustomerPresence, {
    variables: { customerId: id, editing: subject },
    skip: !may || !subject,
    fetchPolicy: 'no-cache',
  });
  const told = ((page ? there : form).data ?? form.data)?.customerPresence;
  const together = useMemo(
    () => ({
      others: told?.id === customerId ? (told?.others.map(({ user, editing }) => ({ ...user, editing })) ?? []) : [],
      changes,
      edit,
    }),
    [told, customerId, changes],
  );
  return <TogetherProvider value={together}>{children}</TogetherProvider>;
}
