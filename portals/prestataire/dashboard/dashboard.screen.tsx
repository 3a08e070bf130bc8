import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { Page, PageHeader } from '../../shared/ui/page';

export function Dashboard() {
  const { t } = useTranslation();
  const { name } = useViewer();
  return (
    <Page>
      <Crumbs items={[[t('nav.home')]]} />
      <PageHeader title={t('dashboard.hello', { name })} />
    </Page>
  );
}
