import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { done } from '../ui/notify';
import type { Target } from './use-change-stage';

const OpportunityActions_opportunity = graphql(`
  fragment OpportunityActions_opportunity on Opportunity {
    id title version
    stage { id }
    viewerCan { update changeStage delete }
  }
`);

const DeleteOpportunity = graphql(`
  mutation DeleteOpportunity($input: DeleteOpportunityInput!) {
    deleteOpportunity(input: $input) { deletedId userErrors { path code message } }
  }
`);

type OpportunityActionsProps = {
  opportunity: FragmentType<typeof OpportunityActions_opportunity>;
  stages: readonly (Target & { name: string })[];
  move: (to: Target) => void;
  edit: () => void;
};

/** What can be done with it, as far as this person may. */
export function OpportunityActions({ opportunity, stages, move, edit }: OpportunityActionsProps) {
  const { t } = useTranslation('opportunity');
  const navigate = useNavigate();
  const { submit } = useSubmit(DeleteOpportunity, { fields: [] });
  const { id, title, version, stage, viewerCan } = readFragment(OpportunityActions_opportunity, opportunity);
  const remove = async () => {
    const question = { title: t('delete.title', { title }), text: t('delete.text'), action: t('delete.action'), danger: true };
    if (!(await confirm(question))) return;
    if (!(await submit({ input: { id, version } }))) return;
    done(t('delete.done', { title }));
    await navigate('/pipeline');
  };
  return (
    <>
      {viewerCan.update && (
        <ActionIcon variant="default" aria-label={t('edit')} onClick={edit}>
          <IconPencil size={16} stroke={1.7} />
        </ActionIcon>
      )}
      {viewerCan.delete && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('more')}>
              <IconDots size={16} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void remove()}>
              {t('delete.action')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {viewerCan.changeStage && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={15} stroke={2} />}>{t('changeStage')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {stages
              .filter((other) => other.id !== stage.id)
              .map((other) => (
                <Menu.Item key={other.id} leftSection={<IconArrowRight size={15} stroke={1.6} />} onClick={() => move(other)}>
                  {other.name}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
