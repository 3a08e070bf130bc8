import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { done } from '../ui/notify';
import css from './activity.module.css';
import type { Named } from './mention-text';

const ActivityEdit = lazy(() => import('./activity-edit'));

const DeleteActivity = graphql(`
  mutation DeleteActivity($input: DeleteActivityInput!) {
    deleteActivity(input: $input) { deletedId userErrors { path code message } }
  }
`);

type ActivityMenuProps = {
  customerId: string;
  activity: { id: string; title: string; body: string | null; mentions: readonly Named[] };
};

/** What whoever wrote an entry may do with it. */
export function ActivityMenu({ customerId, activity }: ActivityMenuProps) {
  const { t } = useTranslation('activity');
  const [editing, setEditing] = useState(false);
  const { submit } = useSubmit(DeleteActivity, { fields: [] });
  const { id, title } = activity;
  const remove = async () => {
    const question = { title: t('deleteAsk'), text: t('deleteText'), action: t('delete'), danger: true };
    if (!(await confirm(question))) return;
    const gone = await submit(
      { input: { id } },
      { update: (cache) => void cache.evict({ id: cache.identify({ __typename: 'Activity', id }) }) },
    );
    if (gone) done(t('deleted'));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} className={css.pin} aria-label={t('more', { title })}>
            <IconDots size={14} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => void remove()}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && (
        <Suspense>
          <ActivityEdit customerId={customerId} activity={activity} close={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}
