import { useQuery } from '@apollo/client/react';
import { Button, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Person } from '../../shared/ui/who';
import { missionReaders } from './mission-readers';

const AdminMissionAssignee_mission = graphql(`
  fragment AdminMissionAssignee_mission on Mission { id prestataire { id name } viewerCan { assign } }
`);
const AdminPrestataires = graphql(`
  query AdminPrestataires { users(first: 100, filter: { reach: PRESTATAIRE, status: ACTIVE }, direction: ASC) { nodes { id name } } }
`);
const AdminAssignMission = graphql(`
  mutation AdminAssignMission($input: AssignMissionInput!) {
    assignMission(input: $input) { mission { id ...AdminMission_mission } userErrors { path code message } }
  }
`);

/** Who does it, and giving it to somebody. */
export function MissionAssignee(props: { mission: FragmentType<typeof AdminMissionAssignee_mission> }) {
  const { t } = useTranslation();
  const { id, prestataire, viewerCan } = readFragment(AdminMissionAssignee_mission, props.mission);
  const { data } = useQuery(AdminPrestataires, { skip: !viewerCan.assign });
  const { submit, pending, errorsByPath } = useSubmit(AdminAssignMission, { fields: ['prestataireId'] });
  const [chosen, choose] = useState<string | null>(null);

  async function assign(): Promise<void> {
    if (!chosen) return;
    const payload = await submit({ input: { id, prestataireId: chosen } }, { refetchQueries: missionReaders });
    if (!payload?.mission) return;
    choose(null);
    done(t('missions.assigned'));
  }

  return (
    <Section plain title={t('missions.prestataire')}>
      <Stack gap="xs">
        {prestataire ? <Person name={prestataire.name} size={28} /> : <span>{t('missions.nobody')}</span>}
        {viewerCan.assign && (
          <>
            <Select
              aria-label={t('missions.choose')}
              placeholder={t('missions.choose')}
              data={(data?.users.nodes ?? [])
                .filter((user) => user.id !== prestataire?.id)
                .map((user) => ({ value: user.id, label: user.name }))}
              value={chosen}
              onChange={choose}
              searchable
              clearable
              error={errorsByPath.prestataireId}
            />
            {chosen && (
              <Button variant="default" loading={pending} onClick={() => void assign()}>
                {t('missions.assign')}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}
