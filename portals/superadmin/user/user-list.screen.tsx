import { Button } from '@mantine/core';
import { IconLogout, IconMailPlus, IconUsers } from '@tabler/icons-react';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { panel } from '../../shared/frame/screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { Reach, UserSort, UserStatus } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date, phoneText, relative } from '../../shared/ui/format';
import { useRoles } from './use-roles';
import { UserMark } from './user-mark';
import { UserState } from './user-state';

const InviteDialog = panel(() => import('../invitation/invite-dialog'), 'customer', 'invitations', 'memberships');
const EndAllSessions = panel(() => import('./end-all-sessions'), 'security', 'users');

const AdminUserRow_user = graphql(`
  fragment AdminUserRow_user on User { id name email phone status lastLoginAt createdAt roleKeys hasSecondFactor }
`);
const AdminUsers = graphql(`
  query AdminUsers($after: String, $filter: UserFilter, $sort: UserSort!, $direction: Direction!) {
    users(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminUserRow_user }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminUserRow_user>;
const read = (row: Row) => readFragment(AdminUserRow_user, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/users/${row.id}`;
const byName = { by: 'NAME', descending: false };
const statuses: UserStatus[] = ['ACTIVE', 'SUSPENDED', 'DELETED'];
const signedIn: Record<string, boolean> = { yes: true, never: false };
const reaches: Reach[] = ['CLIENT', 'PRESTATAIRE', 'REVENDEUR', 'STAFF'];

export function UserList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const roles = useRoles();
  const { permissions } = useViewer();
  const [open, setOpen] = useState<'invite' | 'end' | null>(null);
  const close = () => setOpen(null);
  const sort = sortOf(get('sort'), byName) ?? byName;
  const list = useConnection(
    AdminUsers,
    {
      filter: {
        search: get('q'),
        status: statuses.find((value) => value === get('status')),
        roleKey: get('role'),
        hasSignedIn: signedIn[get('signedIn') ?? ''],
        reach: reaches.find((value) => value === get('reach')),
      },
      sort: sort.by as UserSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.users,
  );
  const { columns, card } = useMemo(() => {
    const rolesOf = (row: Row) => (read(row).roleKeys ?? []).map((key) => roles.get(key)?.name ?? key).join(', ');
    const columns: Column<Row>[] = [
      {
        id: 'name',
        header: t('users.name'),
        sort: 'NAME',
        cell: (row) => (
          <NameCell href={hrefOf(row)} title={read(row).name} sub={read(row).email} mark={<UserMark name={read(row).name} />} />
        ),
      },
      { id: 'role', header: t('users.role'), width: 200, cell: (row) => rolesOf(row) || null },
      {
        id: 'status',
        header: t('users.status'),
        width: 130,
        cell: (row) => {
          const { status } = read(row);
          return status && <UserState quiet status={status} />;
        },
      },
      {
        id: 'factor',
        header: t('users.secondFactor'),
        width: 130,
        cell: (row) => {
          const { hasSecondFactor } = read(row);
          return hasSecondFactor == null ? null : t(hasSecondFactor ? 'users.on' : 'users.off');
        },
      },
      { id: 'phone', header: t('users.phone'), width: 160, cell: (row) => phoneText(read(row).phone ?? '') },
      {
        id: 'last',
        header: t('users.lastLogin'),
        sort: 'LAST_LOGIN',
        width: 170,
        cell: (row) => {
          const { lastLoginAt } = read(row);
          return lastLoginAt ? relative(lastLoginAt) : t('users.never');
        },
      },
      {
        id: 'created',
        header: t('users.created'),
        sort: 'CREATED_AT',
        width: 140,
        cell: (row) => {
          const { createdAt } = read(row);
          return createdAt && date(createdAt);
        },
      },
    ];
    const card = (row: Row): CardContent => {
      const { name, status } = read(row);
      return {
        href: hrefOf(row),
        title: name,
        mark: <UserMark name={name} size={36} />,
        sub: rolesOf(row),
        note: status && <UserState quiet status={status} />,
      };
    };
    return { columns, card };
  }, [t, roles]);
  const filters: Filter[] = [
    { key: 'reach', label: t('users.portal'), options: reaches.map((value) => ({ value, label: t(`users.reach.${value}`) })) },
    { key: 'role', label: t('users.role'), options: [...roles.values()].map(({ key, name }) => ({ value: key, label: name })) },
    {
      key: 'signedIn',
      label: t('users.lastLogin'),
      options: Object.keys(signedIn).map((value) => ({ value, label: t(`users.signedIn.${value}`) })),
    },
    { key: 'status', label: t('users.status'), options: statuses.map((value) => ({ value, label: t(`users.states.${value}`) })) },
  ];
  return (
    <>
      <ListScreen
        name="users"
        title={t('nav.users')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('users.search')}
        filters={filters}
        views={[
          { label: t('users.view.all'), search: '' },
          ...(['STAFF', 'CLIENT', 'PRESTATAIRE', 'REVENDEUR'] as const).map((reach) => ({
            label: t(`users.view.${reach}`),
            search: `reach=${reach}`,
          })),
        ]}
        defaultSort={byName}
        actions={
          <>
            {permissions.includes('session.endAll') && (
              <Button variant="default" leftSection={<IconLogout size={15} stroke={1.8} />} onClick={() => setOpen('end')}>
                {t('users.endAll')}
              </Button>
            )}
            {permissions.includes('user.invite') && (
              <Button variant="default" leftSection={<IconMailPlus size={15} stroke={1.8} />} onClick={() => setOpen('invite')}>
                {t('users.invite')}
              </Button>
            )}
          </>
        }
        primary={permissions.includes('user.create') ? { label: t('users.new'), href: '/users/new' } : undefined}
        empty={
          <Empty icon={IconUsers} title={t('users.none')}>
            {t('users.noneText')}
          </Empty>
        }
      />
      <Suspense>
        {open === 'invite' && <InviteDialog close={close} />}
        {open === 'end' && <EndAllSessions close={close} />}
      </Suspense>
    </>
  );
}
