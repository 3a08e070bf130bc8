import { Button, Center, Group } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty';

/** Where the eyes of somebody else were: the way back, and once more. */
export default function ViewOver() {
  const { t } = useTranslation('viewing');
  return (
    <Center component="main" mih="100dvh" p="md">
      <Empty
        page
        icon={IconEyeOff}
        title={t('over')}
        action={
          <Group mt="md" justify="center">
            <Button variant="default" component="a" href="/superadmin/users">
              {t('back')}
            </Button>
            <Button onClick={() => location.reload()}>{t('again')}</Button>
          </Group>
        }
      >
        {t('overText')}
      </Empty>
    </Center>
  );
}
