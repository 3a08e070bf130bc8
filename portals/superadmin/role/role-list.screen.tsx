import { useQuery } from '@apollo/client/react';
import { IconShieldLock } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { ListScreen } from '../../shared/frame/list-screen';
import { graphql } from '../../shared/graphql/generated';
import type { AdminRoleListQuery } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { number } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';

const AdminRoleList = graphql(`
  query AdminRoleList { roles { id key name reach rank builtIn permissions holders } }
`);

type Row = AdminRoleListQuery['roles'][number];
const rowId = ({ id }: Row) => id;

/** Few by nature: all on one page, the highest first. */
export function RoleList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(AdminRoleList);
  const { columns, card } = useMemo(() => {
    const mark = ({ builtIn }: Row) => (
      <Status quiet tone={builtIn ? 'gray' : 'violet'}>
        {t(builtIn ? 'roles.builtIn' : 'roles.own')}
      </Status>
    );
    const columns: Column<Row>[] = [
      {
        id: 'name',
        header: t('roles.name'),
        cell: (row) => <NameCell href={`/roles/${row.id}`} title={row.name} sub={row.key} />,
      },
      { id: 'kind', header: t('roles.kind'), width: 150, cell: mark },
      { id: 'portal', header: t('roles.portal'), width: 160, cell: ({ reach }) => t(`roles.reach.${reach}`) },
      {
        id: 'permissions',
        header: t('roles.permissions'),
        align: 'right',
        width: 110,
        cell: (row) => <Figure>{number(row.permissions.length)}</Figure>,
      },
      {
        id: 'holders',
        header: t('roles.holders'),
        align: 'right',
        width: 120,
        cell: (row) => <Figure>{number(row.holders ?? 0)}</Figure>,
      },
      { id: 'rank', header: t('roles.rank'), align: 'right', width: 90, cell: (row) => <Figure>{number(row.rank)}</Figure> },
    ];
    const card = (row: Row): CardContent => ({
      href: `/roles/${row.id}`,
      title: row.name,
      sub: t(`roles.reach.${row.reach}`),
      figure: number(row.holders ?? 0),
      note: mark(row),
    });
    return { columns, card };
  }, [t]);
  return (
    <ListScreen
      name="roles"
      title={t('nav.roles')}
      list={{
        rows: data?.roles,
        total: data?.roles.length,
        problem: error && problemOf(error),
        retry: () => void refetch().catch(() => {}),
      }}
      columns={columns}
      card={card}
      rowId={rowId}
      primary={permissions.includes('role.create') ? { label: t('roles.new'), href: '/roles/new' } : undefined}
      empty={
        <Empty icon={IconShieldLock} title={t('roles.none')}>
          {t('roles.noneText')}
        </Empty>
      }
    />
  );
}
