import { Button, Group, Menu, Modal, Stack, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { missionReaders } from './mission-readers';

const AdminMissionStatus_mission = graphql(`
  fragment AdminMissionStatus_mission on Mission { id title status allowedStatuses viewerCan { changeStatus } }
`);
const AdminChangeMissionStatus = graphql(`
  mutation AdminChangeMissionStatus($input: ChangeMissionStatusInput!) {
    changeMissionStatus(input: $input) { mission { id ...AdminMission_mission } userErrors { path code message } }
  }
`);

/** Where a mission may go from here. Sending it back and giving it up ask for a word. */
export function MissionStatusMenu(props: { mission: FragmentType<typeof AdminMissionStatus_mission> }) {
  const { t } = useTranslation();
  const { id, title, status, allowedStatuses, viewerCan } = readFragment(AdminMissionStatus_mission, props.mission);
  const { submit, pending, errorsByPath } = useSubmit(AdminChangeMissionStatus, { fields: ['note'] });
  const [asked, ask] = useState<MissionStatus>();
  const [note, setNote] = useState('');
  if (!viewerCan.changeStatus || !allowedStatuses.length) return null;

  const wordOf = (to: MissionStatus) =>
    status === 'DELIVERED' && to === 'IN_PROGRESS' ? t('missions.sendBack') : t(`missions.to.${to}`);
  const needsWord = (to: MissionStatus) => to === 'CANCELLED' || to === 'IN_PROGRESS';
  const main = allowedStatuses.includes('APPROVED')
    ? 'APPROVED'
    : allowedStatuses.includes('OPEN') && status === 'DRAFT'
      ? 'OPEN'
      : undefined;
  const others = allowedStatuses.filter((to) => to !== main);

  async function change(to: MissionStatus): Promise<void> {
    const payload = await submit({ input: { id, status: to, note: note || null } }, { refetchQueries: missionReaders });
    if (!payload) return;
    ask(undefined);
    setNote('');
    done(t('missions.changed', { title, status: t(`missions.states.${to}`) }));
  }
  const start = (to: MissionStatus) => (needsWord(to) ? ask(to) : void change(to));

  return (
    <>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant={main ? 'default' : 'filled'} loading={pending} rightSection={<IconChevronDown size={15} />}>
              {t('missions.change')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((to) => (
              <Menu.Item key={to} color={to === 'CANCELLED' ? 'red' : undefined} onClick={() => start(to)}>
                {wordOf(to)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {main && (
        <Button loading={pending} onClick={() => start(main)}>
          {wordOf(main)}
        </Button>
      )}
      {asked && (
        <Modal
          opened
          onClose={() => ask(undefined)}
          title={wordOf(asked)}
          closeButtonProps={{ 'aria-label': t('ui:close') }}
          centered
        >
          <Stack gap="md">
            <Textarea
              label={t('missions.note')}
              description={t('missions.noteHint')}
              autosize
              minRows={3}
              data-autofocus
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              error={errorsByPath.note}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => ask(undefined)}>
                {t('ui:cancel')}
              </Button>
              <Button color={asked === 'CANCELLED' ? 'red' : undefined} loading={pending} onClick={() => void change(asked)}>
                {wordOf(asked)}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
