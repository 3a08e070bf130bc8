import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, number, relative } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { ImportState } from '../import/import-state';
import css from './home.module.css';

const AdminHomeRail_dashboard = graphql(`
  fragment AdminHomeRail_dashboard on SuperadminDashboard {
    projectsLate { id name dueOn customer { id name } }
    recentImports { id fileName status createdAt read refusedTotal }
  }
`);

export function HomeRail(props: { dashboard: FragmentType<typeof AdminHomeRail_dashboard> }) {
  const { t } = useTranslation();
  const { projectsLate, recentImports } = readFragment(AdminHomeRail_dashboard, props.dashboard);
  return (
    <>
      {projectsLate.length > 0 && (
        <Section plain title={t('home.projectsLate')} action={<All to="/projects?late=yes&sort=DUE_ON" />}>
          <ul className={css.list}>
            {projectsLate.map(({ id, name, dueOn, customer }) => (
              <li key={id}>
                <span className={css.main}>
                  <Link to={`/projects/${id}`}>{name}</Link>
                  <small>{customer?.name}</small>
                </span>
                {dueOn && <span className={css.late}>{dateShort(dueOn)}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section plain title={t('home.imports')} action={<All to="/imports" />}>
        {recentImports.length ? (
          <ul className={css.list}>
            {recentImports.map(({ id, fileName, status, createdAt, read, refusedTotal }) => (
              <li key={id}>
                <span className={css.main}>
                  <Link to={`/imports/${id}`}>{fileName}</Link>
                  <small>
                    {t('home.lines', { count: read, lines: number(read) })}
                    {refusedTotal > 0 && `, ${t('home.refused', { count: refusedTotal, lines: number(refusedTotal) })}`}
                    {`, ${relative(createdAt)}`}
                  </small>
                </span>
                <ImportState quiet status={status} />
              </li>
            ))}
          </ul>
        ) : (
          <p className={css.nothing}>{t('home.noImport')}</p>
        )}
      </Section>
    </>
  );
}

function All({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Button component={Link} to={to} size="xs" variant="subtle" color="gray">
      {t('home.all')}
    </Button>
  );
}
