import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, time } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import { Person } from '../../shared/ui/who';
import css from './project.module.css';
import { missionTones } from './project-state';

const ProjectRail_project = graphql(`
  fragment ProjectRail_project on Project { id description manager { id name } }
`);
const ProjectRail_mission = graphql(`
  fragment ProjectRail_mission on Mission { id title status scheduledStart city prestataire { id name } }
`);

type RailProps = {
  project: FragmentType<typeof ProjectRail_project>;
  missions: readonly FragmentType<typeof ProjectRail_mission>[];
};

/** Who works on it and when they come. What they earn is not the client's business, and not asked for. */
export function ProjectRail(props: RailProps) {
  const { t } = useTranslation();
  const { description, manager } = readFragment(ProjectRail_project, props.project);
  const missions = props.missions.map((mission) => readFragment(ProjectRail_mission, mission));
  const workers = missions.flatMap(({ prestataire }) => prestataire ?? []);
  const people = [
    ...(manager ? [{ ...manager, role: t('project.lead') }] : []),
    ...[...new Map(workers.map((worker) => [worker.id, worker])).values()].map((worker) => ({
      ...worker,
      role: t('project.onSite'),
    })),
  ];
  return (
    <>
      {description && (
        <Section plain title={t('project.about')}>
          <p className={css.about}>{description}</p>
        </Section>
      )}
      {missions.length > 0 && (
        <Section plain title={t('project.missions')} count={missions.length}>
          <ul className={css.missions}>
            {missions.map(({ id, title, status, scheduledStart, city }) => (
              <li key={id}>
                <span className={css.missionTitle}>{title}</span>
                <span className={css.note}>
                  {[scheduledStart ? `${dateShort(scheduledStart)}, ${time(scheduledStart)}` : t('project.toPlan'), city]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                <Status quiet tone={missionTones[status]}>
                  {t(`mission.state.${status}`)}
                </Status>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {people.length > 0 && (
        <Section plain title={t('project.team')}>
          <ul className={css.people}>
            {people.map(({ id, name, role }) => (
              <li key={`${id}${role}`}>
                <Person name={name} size={24} />
                <span className="muted">{role}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
