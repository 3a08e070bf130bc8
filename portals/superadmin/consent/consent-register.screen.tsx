import { Button } from '@mantine/core';
import { IconPackageExport, IconRubberStamp } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date, dateShort, dateTime } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import { actions, channels, consentTones, methods, purposes } from './consent-words';

const ExportDialog = lazy(() => import('../export/export-dialog'));

const RegisterRow_event = graphql(`
  fragment RegisterRow_event on ConsentEvent {
    id at purpose channel action method expiresAt note
    customer { id name reference } actor { id name } text { id version } document { id name }
  }
`);
const AdminConsentRegister = graphql(`
  query AdminConsentRegister($after: String, $filter: ConsentRegisterFilter) {
    consentRegister(first: 50, after: $after, filter: $filter) {
      nodes { id ...RegisterRow_event }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof RegisterRow_event>;
const read = (row: Row) => readFragment(RegisterRow_event, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => {
  const { customer } = read(row);
  return customer ? `/customers/${customer.id}?tab=consents` : '/consents';
};
const SOON_DAYS = 90;

/** Everything customers ever agreed to or refused, with how we know. */
export function ConsentRegister() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const { permissions } = useViewer();
  const [exporting, setExporting] = useState(false);
  const [q, purpose, channel, action, method, soon] = ['q', 'purpose', 'channel', 'action', 'method', 'soon'].map(get);
  const filter = useMemo(
    () => ({
      search: q,
      purpose: purposes.find((one) => one === purpose),
      channel: channels.find((one) => one === channel),
      action: actions.find((one) => one === action),
      method: methods.find((one) => one === method),
      expiringInDays: soon ? SOON_DAYS : null,
    }),
    [q, purpose, channel, action, method, soon],
  );
  const list = useConnection(AdminConsentRegister, { filter }, (data) => data.consentRegister);
  const columns = useMemo<Column<Row>[]>(() => {
    const proofOf = (row: Row) => {
      const { method: by, actor, note, document, text } = read(row);
      const version = text && t('consent:text', { version: text.version });
      return [t(`consent:how.${by}`), actor?.name, document?.name, version, note].filter(Boolean).join(', ');
    };
    return [
      { id: 'at', header: t('consents.at'), width: 180, cell: (row) => dateTime(read(row).at) },
      {
        id: 'customer',
        header: t('consents.customer'),
        width: 240,
        cell: (row) => (
          <NameCell href={hrefOf(row)} title={read(row).customer?.name ?? '…'} sub={read(row).customer?.reference} />
        ),
      },
      {
        id: 'what',
        header: t('consents.what'),
        width: 230,
        cell: (row) => `${t(`consent:purpose.${read(row).purpose}`)}, ${t(`consent:channel.${read(row).channel}`)}`,
      },
      {
        id: 'action',
        header: t('consents.answer'),
        width: 130,
        cell: (row) => (
          <Status quiet tone={consentTones[read(row).action]}>
            {t(`consent:status.${read(row).action}`)}
          </Status>
        ),
      },
      {
        id: 'until',
        header: t('consents.until'),
        width: 130,
        cell: (row) => {
          const { expiresAt } = read(row);
          return expiresAt && date(expiresAt);
        },
      },
      { id: 'proof', header: t('consents.proof'), cell: proofOf },
    ];
  }, [t]);
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { customer, purpose: what, channel: by, action: said, at } = read(row);
        return {
          href: hrefOf(row),
          title: customer?.name ?? '…',
          sub: `${t(`consent:purpose.${what}`)}, ${t(`consent:channel.${by}`)}`,
          figure: (
            <Status quiet tone={consentTones[said]}>
              {t(`consent:status.${said}`)}
            </Status>
          ),
          note: dateShort(at),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'purpose',
      label: t('consents.purpose'),
      options: purposes.map((value) => ({ value, label: t(`consent:purpose.${value}`) })),
    },
    {
      key: 'channel',
      label: t('consents.channel'),
      options: channels.map((value) => ({ value, label: t(`consent:channel.${value}`) })),
    },
    {
      key: 'action',
      label: t('consents.answer'),
      options: actions.map((value) => ({ value, label: t(`consent:status.${value}`) })),
    },
    {
      key: 'method',
      label: t('consents.method'),
      options: methods.map((value) => ({ value, label: t(`consent:how.${value}`) })),
    },
  ];
  return (
    <>
      <ListScreen
        name="consents"
        title={t('nav.consents')}
        list={list}
        columns={columns}
        card={card}
        rowId={rowId}
        search={t('consents.search')}
        filters={filters}
        views={[
          { label: t('consents.view.all'), search: '' },
          { label: t('consents.view.soon'), search: 'soon=1' },
          { label: t('consents.view.objected'), search: 'action=OBJECTED' },
        ]}
        actions={
          permissions.includes('consent.export') && (list.total ?? 0) > 0 ? (
            <Button
              variant="default"
              leftSection={<IconPackageExport size={15} stroke={1.8} />}
              onClick={() => setExporting(true)}
            >
              {t('consents.export')}
            </Button>
          ) : undefined
        }
        empty={
          <Empty icon={IconRubberStamp} title={t('consents.none')}>
            {t('consents.noneText')}
          </Empty>
        }
      />
      {exporting && (
        <Suspense>
          <ExportDialog subject={{ register: filter, count: list.total ?? 0 }} close={() => setExporting(false)} />
        </Suspense>
      )}
    </>
  );
}
