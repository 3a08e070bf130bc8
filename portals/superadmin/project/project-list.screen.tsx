import { useQuery } from '@apollo/client/react';
import { IconFolders } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { Primary } from '../../shared/frame/primary';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ProjectSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { Figure, NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, number, percent } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { KpiSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import { isLate, ProjectProgress, ProjectState, projectStatuses } from './project-state';

const AdminProjectRow_project = graphql(`
  fragment AdminProjectRow_project on Project {
    id reference name status dueOn progress
    customer { id name }
    manager { id name }
  }
`);
const AdminProjects = graphql(`
  query AdminProjects($after: String, $filter: ProjectFilter, $sort: ProjectSort!, $direction: Direction!) {
    projects(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...AdminProjectRow_project }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const AdminProjectFigures = graphql(`
  query AdminProjectFigures { projectStats { total planned inProgress onHold done late averageProgress } }
`);

type Row = { id: string } & FragmentType<typeof AdminProjectRow_project>;
const read = (row: Row) => readFragment(AdminProjectRow_project, row);
const rowId = (row: Row) => row.id;
const hrefOf = (row: Row) => `/projects/${row.id}`;
const newest = { by: 'CREATED_AT', descending: true };

export function ProjectList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const status = projectStatuses.filter((value) => value === get('status'));
  const list = useConnection(
    AdminProjects,
    {
      filter: {
        search: get('q'),
        status: status.length ? status : null,
        late: get('late') ? get('late') === 'yes' : null,
        mine: get('mine') ? get('mine') === 'yes' : null,
        customerId: get('customer'),
      },
      sort: sort.by as ProjectSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.projects,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t('projects.one'),
        sort: 'NAME',
        cell: (row) => <NameCell href={hrefOf(row)} title={read(row).name} sub={read(row).reference} />,
      },
      { id: 'customer', header: t('projects.customer'), cell: (row) => read(row).customer?.name },
      { id: 'state', header: t('projects.state'), width: 140, cell: (row) => <ProjectState quiet status={read(row).status} /> },
      {
        id: 'progress',
        header: t('projects.progress'),
        width: 170,
        cell: (row) => {
          const { name, progress } = read(row);
          return progress != null && <ProjectProgress name={name} progress={progress} />;
        },
      },
      {
        id: 'due',
        header: t('projects.dueOn'),
        sort: 'DUE_ON',
        width: 130,
        cell: (row) => {
          const { status, dueOn } = read(row);
          return dueOn && <Figure tone={isLate(status, dueOn) ? 'danger' : 'quiet'}>{dateShort(dueOn)}</Figure>;
        },
      },
      {
        id: 'manager',
        header: t('projects.manager'),
        width: 170,
        cell: (row) => {
          const { manager } = read(row);
          return manager && <Person name={manager.name} size={20} />;
        },
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { name, customer, status, dueOn, progress } = read(row);
        return {
          href: hrefOf(row),
          title: name,
          sub: (
            <>
              <ProjectState quiet status={status} />
              {customer && ` · ${customer.name}`}
            </>
          ),
          figure: progress == null ? undefined : percent(progress / 100),
          note: dueOn && <Figure tone={isLate(status, dueOn) ? 'danger' : 'quiet'}>{dateShort(dueOn)}</Figure>,
        };
      },
    [],
  );
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }));
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('projects.state'),
      options: projectStatuses.map((value) => ({ value, label: t(`projects.states.${value}`) })),
    },
    { key: 'late', label: t('projects.late'), options: answers },
    { key: 'mine', label: t('projects.mine'), options: answers },
  ];
  const create = permissions.includes('project.create') ? { label: t('projects.new'), href: '/projects/new' } : undefined;
  return (
    <ListScreen
      name="projects"
      title={t('nav.projects')}
      list={list}
      columns={columns}
      card={card}
      rowId={rowId}
      search={t('projects.search')}
      filters={filters}
      views={[
        { label: t('projects.view.all'), search: '' },
        { label: t('projects.view.mine'), search: 'mine=yes' },
        { label: t('projects.view.running'), search: 'status=IN_PROGRESS' },
        { label: t('projects.view.late'), search: 'late=yes&sort=DUE_ON' },
        { label: t('projects.view.done'), search: 'status=DONE' },
      ]}
      defaultSort={newest}
      kpis={<Figures />}
      primary={create}
      empty={
        <Empty icon={IconFolders} title={t('projects.none')} action={create && <Primary {...create} />}>
          {t('projects.noneText')}
        </Empty>
      }
    />
  );
}

function Figures() {
  const { t } = useTranslation();
  const { data, error } = useQuery(AdminProjectFigures);
  if (error && !data) return null; // The list below says what is wrong.
  if (!data) return <KpiSkeleton columns={5} phone="row" />;
  const { inProgress, planned, onHold, late, done, averageProgress } = data.projectStats;
  return (
    <KpiStrip columns={5} phone="row">
      <Kpi
        label={t('projects.view.running')}
        value={number(inProgress)}
        href="/projects?status=IN_PROGRESS"
        note={averageProgress == null ? undefined : t('projects.average', { progress: percent(averageProgress / 100) })}
      />
      <Kpi
        label={t('projects.view.late')}
        value={number(late)}
        tone={late ? 'danger' : undefined}
        href="/projects?late=yes&sort=DUE_ON"
      />
      <Kpi label={t('projects.states.PLANNED')} value={number(planned)} href="/projects?status=PLANNED" />
      <Kpi label={t('projects.states.ON_HOLD')} value={number(onHold)} href="/projects?status=ON_HOLD" />
      <Kpi label={t('projects.view.done')} value={number(done)} href="/projects?status=DONE" />
    </KpiStrip>
  );
}
