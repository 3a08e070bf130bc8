import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';
import type { EditedMilestone } from './milestone-edit';

const MilestoneEdit = lazy(() => import('./milestone-edit'));

const AdminMoveMilestone = graphql(`
  mutation AdminMoveMilestone($input: UpdateMilestoneInput!) {
    updateMilestone(input: $input) {
      milestone { id project { id ...AdminProjectMilestones_project } }
      userErrors { path code message }
    }
  }
`);
const AdminDeleteMilestone = graphql(`
  mutation AdminDeleteMilestone($input: MilestoneInput!) {
    deleteMilestone(input: $input) { project { id ...AdminProjectMilestones_project } userErrors { path code message } }
  }
`);

type MilestoneActionsProps = { milestone: EditedMilestone & { position: number }; last: boolean };

/** What can be done with a milestone beside reaching it. */
export function MilestoneActions({ milestone, last }: MilestoneActionsProps) {
  const { t } = useTranslation();
  const { id, title, position } = milestone;
  const move = useSubmit(AdminMoveMilestone, { fields: [] });
  const removal = useSubmit(AdminDeleteMilestone, { fields: [] });
  const [editing, edit] = useState(false);
  const moveTo = (place: number) => void move.submit({ input: { id, position: place } });
  async function remove(): Promise<void> {
    const question = {
      title: t('milestones.removeAsk', { title }),
      text: t('milestones.removeText'),
      action: t('milestones.removeAction'),
      danger: true,
    };
    if ((await confirm(question)) && (await removal.submit({ input: { id } }))) done(t('milestones.removed', { title }));
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('milestones.actions', { title })} loading={move.pending || removal.pending}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => edit(true)}>
            {t('milestones.editAction')}
          </Menu.Item>
          {position > 1 && (
            <Menu.Item leftSection={<IconArrowUp size={16} stroke={1.6} />} onClick={() => moveTo(position - 1)}>
              {t('milestones.up')}
            </Menu.Item>
          )}
          {!last && (
            <Menu.Item leftSection={<IconArrowDown size={16} stroke={1.6} />} onClick={() => moveTo(position + 1)}>
              {t('milestones.down')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void remove()}>
            {t('milestones.removeAction')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && (
        <Suspense>
          <MilestoneEdit milestone={milestone} close={() => edit(false)} />
        </Suspense>
      )}
    </>
  );
}
