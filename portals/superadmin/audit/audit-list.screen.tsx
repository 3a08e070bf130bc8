import { useQuery } from '@apollo/client/react';
import { IconShieldCheck } from '@tabler/icons-react';
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
import { dateTime } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import css from './audit.module.css';
import { AuditExport } from './audit-export';
import { type AuditPeriod, auditPeriods, startOf } from './audit-period';
import { AuditSeal } from './audit-seal';
import { actionName, outcomes, outcomeTones, refusalName, roleName, titleOf, typeName } from './audit-words';

const AuditRow_entry = graphql(`
  fragment AuditRow_entry on AuditEntry {
    id at action outcome code times actorRole subjectType
    actor { id name } asUser { id name } customer { id name }
  }
`);
const AdminAudit = graphql(`
  query AdminAudit($after: String, $filter: AuditEntryFilter) {
    auditEntries(first: 50, after: $after, filter: $filter) {
      nodes { id ...AuditRow_entry }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const AdminAuditActions = graphql(`
  query AdminAuditActions { auditActions }
`);

type Row = { id: string } & FragmentType<typeof AuditRow_entry>;
const read = (row: Row) => readFragment(AuditRow_entry, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/audit/${row.id}`;
const types = ['Customer', 'Invoice', 'Payment', 'Project', 'Mission', 'Document', 'Consent', 'User', 'Session'];

/** Who did what, who looked, and who was refused. */
export function AuditList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const period = auditPeriods.find((one) => one === get('period'));
  const [actor, customer, subject, action, type] = [get('actor'), get('customer'), get('subject'), get('action'), get('type')];
  const outcome = outcomes.find((one) => one === get('outcome')) ?? null;
  const filter = useMemo(
    () => ({
      actorId: actor,
      customerId: customer,
      subjectId: subject,
      action,
      subjectType: type,
      outcome,
      from: period ? startOf(period as AuditPeriod) : null,
    }),
    [actor, customer, subject, action, type, outcome, period],
  );
  const list = useConnection(AdminAudit, { filter }, (data) => data.auditEntries);
  const { data: known } = useQuery(AdminAuditActions);
  const whoOf = (row: Row) => {
    const { actor: one, actorRole } = read(row);
    return one?.name ?? roleName(t, actorRole);
  };
  const columns = useMemo<Column<Row>[]>(() => {
    const subOf = (row: Row) => {
      const { actorRole, asUser } = read(row);
      if (asUser) return t('audit.as', { name: asUser.name });
      return actorRole === 'anonymous' ? null : roleName(t, actorRole);
    };
    return [
      { id: 'at', header: t('audit.at'), width: 190, cell: (row) => dateTime(read(row).at) },
      {
        id: 'action',
        header: t('audit.what'),
        cell: (row) => {
          const { action: done, times, outcome: came } = read(row);
          const title = titleOf(t, done, came);
          const sub = [title !== actionName(t, done) && done, times > 1 && t('audit.times', { count: times })];
          return <NameCell href={hrefOf(row)} title={title} sub={sub.filter(Boolean).join(', ') || undefined} />;
        },
      },
      {
        id: 'who',
        header: t('audit.who'),
        width: 220,
        cell: (row) => {
          const { actor: one, actorRole } = read(row);
          if (!one) return roleName(t, actorRole);
          return (
            <>
              <p className={css.name}>{one.name}</p>
              {subOf(row) && <p className={css.sub}>{subOf(row)}</p>}
            </>
          );
        },
      },
      {
        id: 'subject',
        header: t('audit.on'),
        width: 230,
        cell: (row) => {
          const { subjectType, customer: of } = read(row);
          const kind = subjectType && typeName(t, subjectType);
          if (!of) return kind;
          return (
            <>
              {subjectType !== 'Customer' && `${kind}, `}
              <Link to={`/customers/${of.id}`}>{of.name}</Link>
            </>
          );
        },
      },
      {
        id: 'outcome',
        header: t('audit.outcome'),
        width: 170,
        cell: (row) => {
          const { outcome: came, code } = read(row);
          return (
            <Status quiet tone={outcomeTones[came]}>
              {code ? refusalName(t, code) : t(`audit.outcomes.${came}`)}
            </Status>
          );
        },
      },
    ];
  }, [t]);
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { action: done, outcome: came, at, actor: one, actorRole, customer: of } = read(row);
        return {
          href: hrefOf(row),
          title: titleOf(t, done, came),
          sub: [one?.name ?? roleName(t, actorRole), of?.name].filter(Boolean).join(', '),
          figure: (
            <Status quiet tone={outcomeTones[came]}>
              {t(`audit.outcomes.${came}`)}
            </Status>
          ),
          note: dateTime(at),
        };
      },
    [t],
  );
  const people = new Map(list.rows?.flatMap((row) => (read(row).actor ? [[read(row).actor?.id ?? '', whoOf(row)]] : [])));
  const customers = new Map(
    list.rows?.flatMap((row) => (read(row).customer ? [[read(row).customer?.id ?? '', read(row).customer?.name ?? '']] : [])),
  );
  const optionsOf = (names: Map<string, string>, chosen: string | null) => [
    ...[...names].map(([value, label]) => ({ value, label })),
    ...(chosen && !names.has(chosen) ? [{ value: chosen, label: t('audit.chosen') }] : []),
  ];
  const filters: Filter[] = [
    {
      key: 'outcome',
      label: t('audit.outcome'),
      options: outcomes.map((value) => ({ value, label: t(`audit.outcomes.${value}`) })),
    },
    {
      key: 'period',
      label: t('audit.period'),
      options: auditPeriods.map((value) => ({ value, label: t(`audit.periods.${value}`) })),
    },
    { key: 'actor', label: t('audit.who'), options: optionsOf(people, actor) },
    { key: 'customer', label: t('audit.customer'), options: optionsOf(customers, customer) },
    { key: 'type', label: t('audit.on'), options: types.map((value) => ({ value, label: typeName(t, value) })) },
    {
      key: 'action',
      label: t('audit.what'),
      options: (known?.auditActions ?? []).map((value) => ({ value, label: actionName(t, value) })),
    },
    ...(subject ? [{ key: 'subject', label: t('audit.object'), options: optionsOf(new Map(), subject) }] : []),
  ];
  return (
    <ListScreen
      name="audit"
      title={t('nav.audit')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      kpis={<AuditSeal />}
      filters={filters}
      actions={<AuditExport filter={filter} />}
      views={[
        { label: t('audit.view.all'), search: '' },
        { label: t('audit.view.changed'), search: 'outcome=CHANGED' },
        { label: t('audit.view.read'), search: 'outcome=READ' },
        { label: t('audit.view.refused'), search: 'outcome=REFUSED' },
      ]}
      empty={
        <Empty icon={IconShieldCheck} title={t('audit.none')}>
          {t('audit.noneText')}
        </Empty>
      }
    />
  );
}
