import { Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';

const AdminUpdateMilestone = graphql(`
  mutation AdminUpdateMilestone($input: UpdateMilestoneInput!) {
    updateMilestone(input: $input) { milestone { id title dueOn } userErrors { path code message } }
  }
`);

export type EditedMilestone = { id: string; title: string; dueOn: string | null };

/** Changes what a milestone is called and when it is due. */
export default function MilestoneEdit({ milestone, close }: { milestone: EditedMilestone; close: () => void }) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminUpdateMilestone, { fields: ['title', 'dueOn'] });
  const [title, setTitle] = useState(milestone.title);
  const [dueOn, setDueOn] = useState(milestone.dueOn ?? '');
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!(await submit({ input: { id: milestone.id, title, dueOn: dueOn || null } }))) return;
    done(t('milestones.saved', { title }));
    close();
  }
  return (
    <Modal opened onClose={close} title={t('milestones.edit')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('milestones.name')}
            required
            data-autofocus
            autoComplete="off"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={errorsByPath.title}
          />
          <TextInput
            type="date"
            label={t('projects.dueOn')}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
            error={errorsByPath.dueOn}
          />
          <DialogButtons close={close} pending={pending}>
            {t('ui:save')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
