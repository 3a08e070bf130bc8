import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ApplicationStatus } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { relative } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Status, type Tone } from '../../shared/ui/status';
import { Person } from '../../shared/ui/who';
import css from '../project/project.module.css';
import { missionReaders } from './mission-readers';

const AdminMissionApplications_mission = graphql(`
  fragment AdminMissionApplications_mission on Mission {
    id
    applications { id message status createdAt decidedAt prestataire { id name } viewerCan { decide } }
  }
`);
const AdminDecideApplication = graphql(`
  mutation AdminDecideApplication($input: DecideMissionApplicationInput!) {
    decideMissionApplication(input: $input) {
      application { id mission { id ...AdminMission_mission } }
      userErrors { path code message }
    }
  }
`);

const tones: Record<ApplicationStatus, Tone> = { PENDING: 'yellow', ACCEPTED: 'green', DECLINED: 'gray' };

/** Who would do it, and the answer to them. */
export function MissionApplications(props: { mission: FragmentType<typeof AdminMissionApplications_mission> }) {
  const { t } = useTranslation();
  const { applications } = readFragment(AdminMissionApplications_mission, props.mission);
  const { submit, pending } = useSubmit(AdminDecideApplication, { fields: [] });
  if (!applications.length) return null;

  async function decide(id: string, accept: boolean): Promise<void> {
    const payload = await submit({ input: { id, accept } }, { refetchQueries: missionReaders });
    if (payload) done(t(accept ? 'missions.accepted' : 'missions.declined'));
  }

  return (
    <Section title={t('missions.applications')} count={applications.length}>
      <ul className={css.rows}>
        {applications.map(({ id, message, status, createdAt, prestataire, viewerCan }) => (
          <li key={id}>
            <span className={css.rowMain}>
              {prestataire && <Person name={prestataire.name} size={22} />}
              <small>{[message, relative(createdAt)].filter(Boolean).join(' · ')}</small>
            </span>
            {viewerCan.decide ? (
              <Group gap="xs" wrap="nowrap">
                <Button size="xs" variant="default" disabled={pending} onClick={() => void decide(id, false)}>
                  {t('missions.decline')}
                </Button>
                <Button size="xs" variant="default" disabled={pending} onClick={() => void decide(id, true)}>
                  {t('missions.accept')}
                </Button>
              </Group>
            ) : (
              <Status quiet tone={tones[status]}>
                {t(`missions.applicationStates.${status}`)}
              </Status>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
