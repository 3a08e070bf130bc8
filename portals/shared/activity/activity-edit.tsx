import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { done } from '../ui/notify';
import { partsOf } from './activity-text';
import { MentionField } from './mention-field';
import { kept, type Named } from './mention-text';

const UpdateActivity = graphql(`
  mutation UpdateActivity($input: UpdateActivityInput!) {
    updateActivity(input: $input) {
      activity { id title body: text editedAt mentions { id name } }
      userErrors { path code message }
    }
  }
`);

type ActivityEditProps = {
  customerId: string;
  activity: { id: string; title: string; body: string | null; mentions: readonly Named[] };
  close: () => void;
};

/** One’s own entry, to put it right. */
export default function ActivityEdit({ customerId, activity, close }: ActivityEditProps) {
  const { t } = useTranslation(['activity', 'ui']);
  const [text, setText] = useState([activity.title, activity.body].filter(Boolean).join('\n'));
  const [people, setPeople] = useState<readonly Named[]>(activity.mentions);
  const { submit, pending, errorsByPath } = useSubmit(UpdateActivity, { fields: ['title', 'body'] });
  const save = async () => {
    const { title, body } = partsOf(text);
    const input = { id: activity.id, title: kept(title, people), body: body && kept(body, people) };
    if (!(await submit({ input }))) return;
    done(t('changed'));
    close();
  };
  return (
    <Modal opened onClose={close} title={t('change')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack gap="md">
        <MentionField
          customerId={customerId}
          aria-label={t('change')}
          autosize
          minRows={4}
          maxRows={16}
          data-autofocus
          value={text}
          change={setText}
          named={(one) => setPeople((all) => [...all, one])}
          error={errorsByPath.title ?? errorsByPath.body}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button loading={pending} disabled={!text.trim()} onClick={() => void save()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
