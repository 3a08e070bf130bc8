import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconUserMinus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';
import css from './membership.module.css';

const MembershipEdit = lazy(() => import('./membership-edit'));

const MembershipMenu_membership = graphql(`
  fragment MembershipMenu_membership on Membership {
    id finance documents projects tickets
    user { id name }
    customer { id name }
    viewerCan { update end }
  }
`);
const AdminEndMembership = graphql(`
  mutation AdminEndMembership($input: EndMembershipInput!) {
    endMembership(input: $input) { deletedId userErrors { path code message } }
  }
`);

/** What reads who enters the client portal for whom. */
export const membershipReaders = ['AdminCustomerAccess', 'AdminUserAccess'];

/** What can be done with somebody's access to a customer. */
export function MembershipMenu(props: { membership: FragmentType<typeof MembershipMenu_membership> }) {
  const { t } = useTranslation();
  const membership = readFragment(MembershipMenu_membership, props.membership);
  const { id, user, customer, viewerCan } = membership;
  const { submit, pending } = useSubmit(AdminEndMembership, { fields: [] });
  const [editing, edit] = useState(false);
  if (!viewerCan.update && !viewerCan.end) return null;
  async function end(): Promise<void> {
    const question = {
      title: t('memberships.endAsk', { name: user.name }),
      text: t('memberships.endText', { customer: customer.name }),
      action: t('memberships.end'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    if (await submit({ input: { id } }, { refetchQueries: membershipReaders })) done(t('memberships.ended', { name: user.name }));
  }
  return (
    <div className={css.end}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('memberships.actions', { name: user.name, customer: customer.name })} loading={pending}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {viewerCan.update && (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => edit(true)}>
              {t('memberships.change')}
            </Menu.Item>
          )}
          {viewerCan.end && (
            <Menu.Item color="red" leftSection={<IconUserMinus size={16} stroke={1.6} />} onClick={() => void end()}>
              {t('memberships.end')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {editing && (
        <Suspense>
          <MembershipEdit id={id} name={user.name} customer={customer.name} sees={membership} close={() => edit(false)} />
        </Suspense>
      )}
    </div>
  );
}
