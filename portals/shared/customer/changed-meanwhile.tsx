import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that somebody else saved what is being edited here. */
export function ChangedMeanwhile({ take }: { take: () => void }) {
  const { t } = useTranslation('contact');
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={16} />} title={t('stale.title')} role="alert">
      {t('stale.text')}
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={take}>
          {t('stale.take')}
        </Button>
      </Group>
    </Alert>
  );
}
