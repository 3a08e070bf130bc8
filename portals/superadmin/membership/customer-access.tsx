import { useQuery } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { IconMailForward, IconMailPlus, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { relative } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import { InvitationMenu } from '../invitation/invitation-menu';
import { UserState } from '../user/user-state';
import css from './membership.module.css';
import { MembershipMenu } from './membership-menu';
import { everyPart } from './part-checks';
import { PartChips } from './part-chips';

const InviteDialog = lazy(() => import('../invitation/invite-dialog'));
const MembershipAdd = lazy(() => import('./membership-add'));

const AdminCustomerAccess = graphql(`
  query AdminCustomerAccess($id: ID!, $invites: Boolean!) {
    customer(id: $id) {
      id name
      members { id finance documents projects tickets user { id name email status lastLoginAt } ...MembershipMenu_membership }
    }
    invitations(first: 50, filter: { customerId: $id, status: PENDING }) @include(if: $invites) {
      nodes {
        id email sentAt viewerCan { resend revoke }
        customers { id finance documents projects tickets customer { id } }
      }
    }
  }
`);

/** Who of a customer's people enters the client portal, and who was asked to. */
export function CustomerAccess({ id }: { id: string }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const invites = permissions.includes('user.invite');
  const changes = permissions.includes('membership.change');
  const { data, error, refetch } = useQuery(AdminCustomerAccess, { variables: { id, invites } });
  const [open, setOpen] = useState<'invite' | 'add' | null>(null);
  const close = () => setOpen(null);
  const members = data?.customer?.members ?? [];
  const invited = data?.invitations?.nodes ?? [];
  return (
    <Section
      title={t('memberships.title')}
      count={data ? members.length : undefined}
      action={
        (invites || changes) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="subtle" color="gray" aria-label={t('memberships.new')}>
                {t('memberships.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {invites && (
                <Menu.Item leftSection={<IconMailPlus size={16} stroke={1.6} />} onClick={() => setOpen('invite')}>
                  {t('memberships.invite')}
                </Menu.Item>
              )}
              {changes && (
                <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.6} />} onClick={() => setOpen('add')}>
                  {t('memberships.addExisting')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={2} columns={1} />}
      {data && !members.length && !invited.length && <p className={css.nothing}>{t('memberships.none')}</p>}
      <ul className={css.rows}>
        {members.map((member) => (
          <li key={member.id}>
            <span aria-hidden>
              <Person name={member.user.name} size={32} only />
            </span>
            <div className={css.main}>
              <Link to={`/users/${member.user.id}`}>{member.user.name}</Link>{' '}
              {member.user.status && member.user.status !== 'ACTIVE' && <UserState status={member.user.status} />}
              <p className={css.sub}>
                {member.user.email} ·{' '}
                {member.user.lastLoginAt
                  ? t('memberships.lastLogin', { when: relative(member.user.lastLoginAt) })
                  : t('memberships.never')}
              </p>
            </div>
            <PartChips value={member} />
            <MembershipMenu membership={member} />
          </li>
        ))}
        {invited.map(({ id: key, email, sentAt, viewerCan, customers }) => (
          <li key={key}>
            <IconMailForward size={20} stroke={1.5} aria-hidden style={{ justifySelf: 'center', color: 'var(--p-muted)' }} />
            <div className={css.main}>
              <span className={css.name}>{email}</span>
              <p className={css.sub}>{t('memberships.invited', { when: relative(sentAt) })}</p>
            </div>
            <PartChips value={customers.find(({ customer }) => customer.id === id) ?? everyPart} />
            <div className={css.end}>
              <InvitationMenu id={key} email={email} can={viewerCan} />
            </div>
          </li>
        ))}
      </ul>
      <Suspense>
        {open === 'invite' && data?.customer && (
          <InviteDialog customers={[{ customerId: id, name: data.customer.name, ...everyPart }]} close={close} />
        )}
        {open === 'add' && <MembershipAdd customerId={id} close={close} />}
      </Suspense>
    </Section>
  );
}
