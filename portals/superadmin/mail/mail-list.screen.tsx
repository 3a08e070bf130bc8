import { IconMail } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Filter, ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, dateTime } from '../../shared/ui/format';
import { MailState, mailStatuses } from './mail-state';

const AdminMailRow_mail = graphql(`
  fragment AdminMailRow_mail on Mail { id to subject status error createdAt sentAt customer { id name } }
`);
const AdminMails = graphql(`
  query AdminMails($after: String, $filter: MailFilter) {
    mails(first: 25, after: $after, filter: $filter) {
      nodes { id ...AdminMailRow_mail }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof AdminMailRow_mail>;
const read = (row: Row) => readFragment(AdminMailRow_mail, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/mails/${row.id}`;

export function MailList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const list = useConnection(
    AdminMails,
    { filter: { search: get('q'), status: mailStatuses.find((value) => value === get('status')), customerId: get('customer') } },
    (data) => data.mails,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'subject',
        header: t('mails.subject'),
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).subject} sub={read(row).to} />,
      },
      {
        id: 'customer',
        header: t('mails.customer'),
        width: 240,
        cell: (row) => {
          const { customer } = read(row);
          return customer && <Link to={`/customers/${customer.id}`}>{customer.name}</Link>;
        },
      },
      { id: 'state', header: t('mails.state'), width: 150, cell: (row) => <MailState quiet status={read(row).status} /> },
      { id: 'at', header: t('mails.at'), width: 190, cell: (row) => dateTime(read(row).sentAt ?? read(row).createdAt) },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { subject, to, status, sentAt, createdAt } = read(row);
        return {
          href: hrefOf(row),
          title: subject,
          sub: to,
          figure: <MailState quiet status={status} />,
          note: dateShort(sentAt ?? createdAt),
        };
      },
    [],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('mails.state'),
      options: mailStatuses.map((value) => ({ value, label: t(`mails.states.${value}`) })),
    },
  ];
  return (
    <ListScreen
      name="mails"
      title={t('nav.mails')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('mails.search')}
      filters={filters}
      views={[
        { label: t('mails.view.all'), search: '' },
        { label: t('mails.view.failed'), search: 'status=FAILED' },
      ]}
      empty={
        <Empty icon={IconMail} title={t('mails.none')}>
          {t('mails.noneText')}
        </Empty>
      }
    />
  );
}
