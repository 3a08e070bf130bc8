import { IconMailPlus } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { InvitationSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { relative } from '../../shared/ui/format';
import { InvitationMenu } from './invitation-menu';
import { InvitationState, invitationStatuses } from './invitation-state';

const InviteDialog = lazy(() => import('./invite-dialog'));

const AdminInvitationRow_invitation = graphql(`
  fragment AdminInvitationRow_invitation on Invitation {
    id email status createdAt sentAt expiresAt
    role { id name } invitedBy { id name } acceptedBy { id } customers { id customer { id name } } viewerCan { resend revoke }
  }
`);
const AdminInvitations = graphql(`
  query AdminInvitations($after: String, $filter: InvitationFilter, $sort: InvitationSort!, $direction: Direction!) {
    invitations(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminInvitationRow_invitation }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminInvitationRow_invitation>;
const read = (row: Row) => readFragment(AdminInvitationRow_invitation, row);
const rowId = (row: Row) => row.id;
/** Whoever accepted is a user now; else what was written to them. */
const hrefOf = (row: Row) => {
  const { email, acceptedBy } = read(row);
  return acceptedBy ? `/users/${acceptedBy.id}` : `/mails?q=${encodeURIComponent(email)}`;
};
const newest = { by: 'CREATED_AT', descending: true };
const customersOf = (row: Row) =>
  read(row)
    .customers.map(({ customer }) => customer.name)
    .join(', ');

/** Everybody who was invited, and what came of it. */
export function InvitationList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const [inviting, setInviting] = useState(false);
  const sort = sortOf(get('sort'), newest) ?? newest;
  const list = useConnection(
    AdminInvitations,
    {
      filter: { search: get('q'), status: invitationStatuses.find((value) => value === get('status')) },
      sort: sort.by as InvitationSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.invitations,
  );
  const { columns, card } = useMemo(() => {
    const untilOf = (row: Row) => {
      const { status, expiresAt } = read(row);
      return status === 'PENDING' ? relative(expiresAt) : null;
    };
    const columns: Column<Row>[] = [
      {
        id: 'email',
        header: t('invitations.email'),
        sort: 'EMAIL',
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).email} sub={customersOf(row)} />,
      },
      { id: 'role', header: t('invitations.role'), width: 150, cell: (row) => read(row).role.name },
      { id: 'state', header: t('invitations.state'), width: 130, cell: (row) => <InvitationState status={read(row).status} /> },
      { id: 'by', header: t('invitations.by'), width: 170, cell: (row) => read(row).invitedBy.name },
      { id: 'sent', header: t('invitations.sent'), sort: 'CREATED_AT', width: 140, cell: (row) => relative(read(row).sentAt) },
      { id: 'until', header: t('invitations.until'), width: 140, cell: untilOf },
      {
        id: 'actions',
        header: t('invitations.act'),
        align: 'right',
        width: 80,
        cell: (row) => <InvitationMenu id={row.id} email={read(row).email} can={read(row).viewerCan} />,
      },
    ];
    const card = (row: Row): CardContent => ({
      href: hrefOf(row),
      title: read(row).email,
      sub: [read(row).role.name, customersOf(row)].filter(Boolean).join(', '),
      figure: <InvitationState status={read(row).status} />,
      note: <InvitationMenu id={row.id} email={read(row).email} can={read(row).viewerCan} />,
    });
    return { columns, card };
  }, [t]);
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('invitations.state'),
      options: invitationStatuses.map((value) => ({ value, label: t(`invitations.states.${value}`) })),
    },
  ];
  return (
    <>
      <ListScreen
        name="invitations"
        title={t('nav.invitations')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('invitations.search')}
        filters={filters}
        views={[
          { label: t('invitations.view.all'), search: '' },
          { label: t('invitations.view.waiting'), search: 'status=PENDING' },
        ]}
        defaultSort={newest}
        primary={{ label: t('invitations.invite'), run: () => setInviting(true) }}
        empty={
          <Empty icon={IconMailPlus} title={t('invitations.none')}>
            {t('invitations.noneText')}
          </Empty>
        }
      />
      <Suspense>{inviting && <InviteDialog close={() => setInviting(false)} />}</Suspense>
    </>
  );
}
