import { ActionIcon } from '@mantine/core';
import { IconCalendarOff, IconNavigation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { time } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import { missionTones } from '../mission/mission-state';
import { placeOf, wayTo } from '../mission/place';
import { dayOf } from '../mission/when';
import css from './dashboard.module.css';

const TodayRow_mission = graphql(`
  fragment TodayRow_mission on Mission {
    id title status scheduledStart scheduledEnd street postalCode city
    customer { id name }
  }
`);

/** Where to be today, in the order of the day. */
export function Today(props: { missions: readonly FragmentType<typeof TodayRow_mission>[] }) {
  const { t } = useTranslation();
  const today = dayOf(Date.now());
  const missions = props.missions
    .map((one) => readFragment(TodayRow_mission, one))
    .toSorted((a, b) => (a.scheduledStart ?? '').localeCompare(b.scheduledStart ?? ''));
  return (
    <Section title={t('home.today')} count={missions.length} flush={missions.length > 0}>
      {missions.length === 0 && (
        <Empty icon={IconCalendarOff} title={t('home.free')}>
          {t('home.freeText')}
        </Empty>
      )}
      <ul className={css.rows}>
        {missions.map((mission) => {
          const { id, title, status, scheduledStart: start, scheduledEnd: end, customer } = mission;
          const place = placeOf(mission);
          return (
            <li key={id} className={css.row}>
              <span className={css.hours}>
                {start && (dayOf(start) === today ? time(start) : t('home.goesOn'))}
                {end && dayOf(end) === today && <span className={css.until}>{t('home.until', { time: time(end) })}</span>}
              </span>
              <span className={css.main}>
                <Link to={`/missions/${id}`} className={css.name}>
                  {title}
                </Link>
                <span className={css.note}>{[customer?.name, place].filter(Boolean).join(', ')}</span>
              </span>
              <Status quiet tone={missionTones[status]}>
                {t(`mission.state.${status}`)}
              </Status>
              {place && (
                <ActionIcon
                  component="a"
                  href={wayTo(mission)}
                  target="_blank"
                  rel="noreferrer"
                  variant="default"
                  aria-label={t('home.way', { title })}
                >
                  <IconNavigation size={16} stroke={1.7} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
