import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from './confirm';

export default function ConfirmDialog({ question, answer }: { question: Question; answer: (yes: boolean) => void }) {
  const { t } = useTranslation('ui');
  const { title, text, action, danger } = question;
  return (
    <Modal opened onClose={() => answer(false)} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {text}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={danger ? 'red' : undefined} onClick={() => answer(true)}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
