import { Progress } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, month, percent, time } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { CustomerNote } from './customer-note';
import css from './customer-rail.module.css';

const CustomerRail_customer = graphql(`
  fragment CustomerRail_customer on Customer {
    id
    ...CustomerNote_customer
    railProjects: projects(first: 4, sort: DUE_ON, direction: ASC, filter: { status: [PLANNED, IN_PROGRESS, ON_HOLD] }) {
      nodes { id name status progress dueOn }
      totalCount
    }
    railMissions: missions(first: 10, filter: { status: [OPEN, ASSIGNED, IN_PROGRESS, DELIVERED] }) {
      nodes { id title status scheduledStart city prestataire { id name } }
      totalCount
    }
  }
`);

const shownMissions = 4;

/** What is under way beside the tabs: the next date, projects, missions, and what we keep to ourselves. */
export function CustomerRail(props: { customer: FragmentType<typeof CustomerRail_customer> }) {
  const { t } = useTranslation();
  const customer = readFragment(CustomerRail_customer, props.customer);
  const { railProjects: projects, railMissions: missions } = customer;
  const now = new Date().toISOString();
  const next = missions.nodes.find(({ scheduledStart }) => scheduledStart && scheduledStart > now);
  const today = now.slice(0, 10);
  return (
    <>
      {next?.scheduledStart && (
        <Section plain title={t('customer.rail.next')}>
          <div className={css.event}>
            <span className={css.day}>
              <span>{month(next.scheduledStart)}</span>
              <b>{Number(next.scheduledStart.slice(8, 10))}</b>
            </span>
            <div>
              <Link to={`/missions/${next.id}`} className={css.name}>
                {next.title}
              </Link>
              <p className={css.sub}>{[time(next.scheduledStart), next.prestataire?.name].filter(Boolean).join(', ')}</p>
              {next.city && (
                <p className={css.sub}>
                  <IconMapPin size={13} stroke={1.7} aria-hidden /> {next.city}
                </p>
              )}
            </div>
          </div>
        </Section>
      )}
      <Section plain title={t('customer.rail.projects')} count={projects.totalCount}>
        {projects.totalCount === 0 && <p className={css.nothing}>{t('customer.rail.noProject')}</p>}
        <ul className={css.list}>
          {projects.nodes.map(({ id, name, status, progress, dueOn }) => (
            <li key={id}>
              <div className={css.line}>
                <Link to={`/projects/${id}`} className={css.name}>
                  {name}
                </Link>
                {dueOn && (
                  <span className={css.due} data-late={dueOn < today || undefined}>
                    {dateShort(dueOn)}
                  </span>
                )}
              </div>
              <div className={css.line}>
                <span className={css.sub}>{t(`customer.projectStatus.${status}`)}</span>
                {progress != null && <span className={css.sub}>{percent(progress / 100)}</span>}
              </div>
              {progress != null && (
                <Progress value={progress} size={4} mt={4} aria-label={t('customer.rail.progress', { name })} />
              )}
            </li>
          ))}
        </ul>
      </Section>
      {missions.totalCount > 0 && (
        <Section plain title={t('customer.rail.missions')} count={missions.totalCount}>
          <ul className={css.list}>
            {missions.nodes.slice(0, shownMissions).map(({ id, title, status, scheduledStart, prestataire }) => (
              <li key={id}>
                <div className={css.line}>
                  <Link to={`/missions/${id}`} className={css.name}>
                    {title}
                  </Link>
                  {scheduledStart && <span className={css.due}>{dateShort(scheduledStart)}</span>}
                </div>
                <span className={css.sub}>
                  {[t(`customer.missionStatus.${status}`), prestataire?.name].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CustomerNote customer={customer} />
    </>
  );
}
