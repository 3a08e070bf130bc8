import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateLong } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { dayOf, hours } from '../mission/when';
import css from './dashboard.module.css';

const WeekRow_mission = graphql(`
  fragment WeekRow_mission on Mission {
    id title scheduledStart scheduledEnd city
    customer { id name }
  }
`);

const weekMs = 7 * 86_400_000;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The missions that begin in the seven days to come, by day. */
export function Week(props: { missions: readonly FragmentType<typeof WeekRow_mission>[] }) {
  const { t } = useTranslation();
  const today = dayOf(Date.now());
  const last = dayOf(Date.now() + weekMs);
  const missions = props.missions
    .map((one) => readFragment(WeekRow_mission, one))
    .flatMap((mission) => {
      const day = mission.scheduledStart ? dayOf(mission.scheduledStart) : '';
      return day > today && day <= last ? [{ ...mission, day }] : [];
    });
  return (
    <Section
      plain
      title={t('home.week')}
      count={missions.length}
      action={
        <Button component={Link} to="/missions?sort=SCHEDULED_START&status=ASSIGNED" size="xs" variant="subtle" color="gray">
          {t('home.seeAll')}
        </Button>
      }
    >
      {missions.length === 0 && <p className={css.nothing}>{t('home.noWeek')}</p>}
      {[...Map.groupBy(missions, ({ day }) => day)].map(([day, ones]) => (
        <div key={day} className={css.day}>
          <h3 className={css.dayName}>{capital(dateLong(day))}</h3>
          <ul className={css.ones}>
            {ones.map((mission) => (
              <li key={mission.id}>
                <Link to={`/missions/${mission.id}`} className={css.name}>
                  {mission.title}
                </Link>
                <span className={css.note}>
                  {[hours(mission), mission.customer?.name, mission.city].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
