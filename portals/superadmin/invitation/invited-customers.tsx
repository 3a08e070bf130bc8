import { useApolloClient } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { graphql } from '../../shared/graphql/generated';
import { everyPart, PartChecks, type Parts } from '../membership/part-checks';
import css from './invitation.module.css';

const InvitedCustomerName = graphql(`
  query InvitedCustomerName($id: ID!) { customer(id: $id) { id name } }
`);

export type Invited = Parts & { customerId: string; name: string };

type InvitedCustomersProps = {
  value: readonly Invited[];
  change: (customers: Invited[]) => void;
  errors: Record<string, string>;
};

/** The customers a client will be a member of, each with what they will see of it. */
export function InvitedCustomers({ value, change, errors }: InvitedCustomersProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const mistakeAt = (i: number) => errors[['customers', i, 'customerId'].join('.')];
  const add = async (customerId: string | null) => {
    if (!customerId || value.some((invited) => invited.customerId === customerId)) return;
    const { data } = await client.query({ query: InvitedCustomerName, variables: { id: customerId } });
    const name = data?.customer?.name ?? customerId;
    change([...value, { customerId, name, ...everyPart }]);
  };
  return (
    <div className={css.customers}>
      <CustomerPicker key={value.length} value={null} change={(id) => void add(id)} error={errors.customers} />
      {value.map((invited, i) => (
        <fieldset key={invited.customerId} className={css.customer}>
          <legend className="vh">{t('invitations.sees', { name: invited.name })}</legend>
          <div className={css.head}>
            <span className={css.name}>{invited.name}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('invitations.remove', { name: invited.name })}
              onClick={() => change(value.filter((other) => other !== invited))}
            >
              <IconX size={15} stroke={1.7} />
            </ActionIcon>
          </div>
          <PartChecks
            value={invited}
            change={(seen) => change(value.map((other) => (other === invited ? { ...other, ...seen } : other)))}
          />
          {mistakeAt(i) && (
            <p className={css.error} role="alert">
              {mistakeAt(i)}
            </p>
          )}
        </fieldset>
      ))}
    </div>
  );
}
