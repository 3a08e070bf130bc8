import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ProjectStatus } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';

const AdminProjectStatus_project = graphql(`
  fragment AdminProjectStatus_project on Project { id name status allowedStatuses viewerCan { changeStatus } }
`);
const AdminChangeProjectStatus = graphql(`
  mutation AdminChangeProjectStatus($input: ChangeProjectStatusInput!) {
    changeProjectStatus(input: $input) {
      project {
        id version progress
        ...AdminProjectStatus_project
        viewerCan { comment commentForTeam addMilestone createMission uploadDocument }
      }
      userErrors { path code message }
    }
  }
`);

/** The one way on from here: what the server allows from this status. */
export function ProjectStatusMenu(props: { project: FragmentType<typeof AdminProjectStatus_project> }) {
  const { t } = useTranslation();
  const { id, name, allowedStatuses, viewerCan } = readFragment(AdminProjectStatus_project, props.project);
  const { submit, pending } = useSubmit(AdminChangeProjectStatus, { fields: [] });
  if (!viewerCan.changeStatus || !allowedStatuses.length) return null;

  async function change(status: ProjectStatus): Promise<void> {
    const question = {
      title: t('projects.cancelAsk', { name }),
      text: t('projects.cancelText'),
      action: t('projects.to.CANCELLED'),
      danger: true,
    };
    if (status === 'CANCELLED' && !(await confirm(question))) return;
    const payload = await submit(
      { input: { id, status } },
      { refetchQueries: ['AdminProjects', 'AdminProjectFigures', 'AdminHome'] },
    );
    if (payload) done(t('projects.changed', { name, status: t(`projects.states.${status}`) }));
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={pending} rightSection={<IconChevronDown size={15} />}>
          {t('projects.change')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {allowedStatuses.map((status) => (
          <Menu.Item key={status} color={status === 'CANCELLED' ? 'red' : undefined} onClick={() => void change(status)}>
            {t(`projects.to.${status}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
