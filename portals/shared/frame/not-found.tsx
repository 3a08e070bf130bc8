import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui/empty';
import { Page } from '../ui/page';
import { Crumbs } from './shell-slots';

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <Page>
      <Crumbs items={[[t('notFound')]]} />
      <Empty
        page
        icon={IconMapOff}
        title={t('notFound')}
        action={
          <Button component={Link} to="/">
            {t('goHome')}
          </Button>
        }
      >
        {t('notFoundText')}
      </Empty>
    </Page>
  );
}
