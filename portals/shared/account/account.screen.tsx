import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { Crumbs } from '../frame/shell-slots';
import { Page, PageHeader } from '../ui/page';
import { MyAccountSections } from './my-account';
import { SecurityLink } from './security-link';

/** One's own account, in portals that know nothing more of somebody. */
export function Account() {
  const { t } = useTranslation('profile');
  const { name, email } = useViewer();
  return (
    <Page>
      <Crumbs items={[[t('title')]]} />
      <PageHeader title={t('title')} lead={`${name}, ${email}`} actions={<SecurityLink />} />
      <MyAccountSections />
    </Page>
  );
}
