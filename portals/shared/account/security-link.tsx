import { Button } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** From one's account to what proves who one is. */
export function SecurityLink() {
  const { t } = useTranslation('profile');
  return (
    <Button component={Link} to="/account/security" variant="default" leftSection={<IconShieldLock size={15} stroke={1.7} />}>
      {t('security')}
    </Button>
  );
}
