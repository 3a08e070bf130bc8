import { Progress } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filter, ListScreen, sortOf } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ProjectSort } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { dateShort, percent } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';
import { Person } from '../../shared/ui/who';
import css from './project.module.css';
import { projectStatuses, projectTones } from './project-state';

const OwnProjectRow_project = graphql(`
  fragment OwnProjectRow_project on Project {
    id reference name status dueOn progress
    customer { id name }
    manager { id name }
  }
`);

const PrestataireProjects = graphql(`
  query PrestataireProjects($after: String, $filter: ProjectFilter, $sort: ProjectSort!, $direction: Direction!) {
    projects(first: 25, after: $after, filter: $filter, sort: $sort, direction: $direction) {
      nodes { id ...OwnProjectRow_project }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Row = { id: string } & FragmentType<typeof OwnProjectRow_project>;
const read = (row: Row) => readFragment(OwnProjectRow_project, row);
const rowId = (row: Row) => row.id;
const newest = { by: 'CREATED_AT', descending: true };
const dueDate = (row: Row) => {
  const { dueOn } = read(row);
  return dueOn ? dateShort(dueOn) : undefined;
};

/** The projects one has a mission in. */
export function ProjectList() {
  const { t } = useTranslation();
  const { get } = useUrlState();
  const sort = sortOf(get('sort'), newest) ?? newest;
  const status = projectStatuses.find((value) => value === get('status'));
  const list = useConnection(
    PrestataireProjects,
    {
      filter: { search: get('q'), status: status && [status] },
      sort: sort.by as ProjectSort,
      direction: sort.descending ? 'DESC' : 'ASC',
    },
    (data) => data.projects,
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t('projects.project'),
        sort: 'NAME',
        cell: (row) => <NameCell href={`/projects/${row.id}`} title={read(row).name} sub={read(row).reference} />,
      },
      {
        id: 'status',
        header: t('missions.status'),
        width: 130,
        cell: (row) => (
          <Status quiet tone={projectTones[read(row).status]}>
            {t(`project.state.${read(row).status}`)}
          </Status>
        ),
      },
      { id: 'customer', header: t('missions.customer'), width: 220, cell: (row) => read(row).customer?.name },
      {
        id: 'progress',
        header: t('projects.progress'),
        width: 180,
        cell: (row) => {
          const { progress, name } = read(row);
          if (typeof progress !== 'number') return undefined;
          return (
            <span className={css.progress}>
              <Progress value={progress} aria-label={t('projects.progressOf', { name })} />
              <span className="num">{percent(progress / 100)}</span>
            </span>
          );
        },
      },
      { id: 'due', header: t('projects.due'), sort: 'DUE_ON', width: 120, cell: dueDate },
      {
        id: 'manager',
        header: t('projects.manager'),
        width: 180,
        cell: (row) => {
          const { manager } = read(row);
          return manager ? <Person name={manager.name} /> : undefined;
        },
      },
    ],
    [t],
  );
  const card = useMemo(
    () =>
      (row: Row): CardContent => {
        const { id, name, status: state, progress } = read(row);
        return {
          href: `/projects/${id}`,
          title: name,
          sub: (
            <Status quiet tone={projectTones[state]}>
              {t(`project.state.${state}`)}
            </Status>
          ),
          figure: typeof progress === 'number' ? percent(progress / 100) : undefined,
          note: dueDate(row),
        };
      },
    [t],
  );
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('missions.status'),
      options: projectStatuses.map((value) => ({ value, label: t(`project.state.${value}`) })),
    },
  ];
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
        { label: t('projects.all'), search: '' },
        { label: t('projects.underWay'), search: 'status=IN_PROGRESS' },
        { label: t('projects.finished'), search: 'status=DONE' },
      ]}
      defaultSort={newest}
      empty={
        <Empty icon={IconFolders} title={t('projects.none')}>
          {t('projects.noneText')}
        </Empty>
      }
    />
  );
}
