import { Button } from '@mantine/core';
import { IconPlus, IconUserShield } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date } from '../../shared/ui/format';
import { RegisterExport } from '../register/register-export';
import { RequestNew } from './request-new';
import { RequestState, requestStatuses, rights } from './request-state';

const AdminRequestRow_request = graphql(`
  fragment AdminRequestRow_request on DataSubjectRequest {
    id reference right status person receivedOn dueOn
    customer { id name }
  }
`);
const AdminRequests = graphql(`
  query AdminRequests($after: String, $filter: DataSubjectRequestFilter) {
    dataSubjectRequests(first: 25, after: $after, filter: $filter, direction: ASC) {
      nodes { id ...AdminRequestRow_request }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminRequestRow_request>;
const read = (row: Row) => readFragment(AdminRequestRow_request, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/requests/${row.id}`;

/** The register of what people asked of us about their data, what is due first on top. */
export function RequestList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const { permissions } = useViewer();
  const [writing, setWriting] = useState(false);
  const list = useConnection(
    AdminRequests,
    {
      filter: {
        status: requestStatuses.find((value) => value === get('status')),
        right: rights.find((value) => value === get('right')),
        open: get('open') === null ? null : get('open') === 'true',
        overdue: get('overdue') === 'true' ? true : null,
      },
    },
    (data) => data.dataSubjectRequests,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'reference',
        header: t('requests.request'),
        cell: (row) => (
          <NameCell
            href={hrefOf(row)}
            title={t(`requests.rights.${read(row).right}`)}
            sub={`${read(row).reference}, ${read(row).person}`}
          />
        ),
      },
      {
        id: 'customer',
        header: t('requests.customer'),
        width: 220,
        cell: (row) => {
          const { customer } = read(row);
          return customer && <Link to={`/customers/${customer.id}`}>{customer.name}</Link>;
        },
      },
      {
        id: 'state',
        header: t('requests.state'),
        width: 170,
        cell: (row) => <RequestState quiet status={read(row).status} dueOn={read(row).dueOn} />,
      },
      { id: 'received', header: t('requests.receivedOn'), width: 130, cell: (row) => date(read(row).receivedOn) },
      { id: 'due', header: t('requests.dueOn'), width: 130, cell: (row) => date(read(row).dueOn) },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { right, reference, person, status, dueOn } = read(row);
        return {
          href: hrefOf(row),
          title: t(`requests.rights.${right}`),
          sub: `${reference}, ${person}`,
          figure: <RequestState quiet status={status} dueOn={dueOn} />,
          note: t('requests.due', { date: date(dueOn) }),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('requests.state'),
      options: requestStatuses.map((value) => ({ value, label: t(`requests.statuses.${value}`) })),
    },
    {
      key: 'right',
      label: t('requests.right'),
      options: rights.map((value) => ({ value, label: t(`requests.rights.${value}`) })),
    },
  ];
  return (
    <>
      <ListScreen
        name="requests"
        title={t('nav.requests')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        filters={filters}
        views={[
          { label: t('requests.view.all'), search: '' },
          { label: t('requests.view.open'), search: 'open=true' },
          { label: t('requests.view.late'), search: 'overdue=true' },
        ]}
        actions={
          <>
            {permissions.includes('register.read') && <RegisterExport kept="REQUESTS" />}
            <Button leftSection={<IconPlus size={15} stroke={2} />} onClick={() => setWriting(true)}>
              {t('requests.new')}
            </Button>
          </>
        }
        empty={
          <Empty icon={IconUserShield} title={t('requests.none')}>
            {t('requests.noneText')}
          </Empty>
        }
      />
      {writing && <RequestNew close={() => setWriting(false)} />}
    </>
  );
}
