import { useQuery } from '@apollo/client/react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBell, IconBellFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const FollowsNewCustomers = graphql(`
  query FollowsNewCustomers { followsNewCustomers }
`);
const FollowNewCustomers = graphql(`
  mutation FollowNewCustomers($input: FollowNewCustomersInput!) {
    followNewCustomers(input: $input) { following userErrors { path code message } }
  }
`);

/** A bell: whether one is told of new customers. */
export function FollowToggle() {
  const { t } = useTranslation();
  const { data } = useQuery(FollowsNewCustomers);
  const { submit, pending } = useSubmit(FollowNewCustomers, { fields: [] });
  if (!data) return null;
  const following = data.followsNewCustomers;
  const Bell = following ? IconBellFilled : IconBell;
  const toggle = async () => {
    const payload = await submit(
      { input: { following: !following } },
      { update: (cache) => cache.writeQuery({ query: FollowsNewCustomers, data: { followsNewCustomers: !following } }) },
    );
    if (payload) done(t(following ? 'customers.follow.off' : 'customers.follow.on'));
  };
  const label = t('customers.follow.label');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        aria-pressed={following}
        loading={pending}
        onClick={() => void toggle()}
      >
        <Bell size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
