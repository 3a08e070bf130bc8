import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that what is being changed here is no more; what was typed stays, and may become a new one. */
export function PartGone({ what, anew }: { what: 'contact' | 'address'; anew: () => void }) {
  const { t } = useTranslation('contact');
  return (
    <Alert color="red" icon={<IconAlertTriangle size={16} />} title={t(`gone.${what}.title`)} role="alert">
      {t('gone.text')}
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={anew}>
          {t(`gone.${what}.anew`)}
        </Button>
      </Group>
    </Alert>
  );
}
