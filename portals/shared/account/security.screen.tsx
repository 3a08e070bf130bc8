import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../frame/shell-slots';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { Page, PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import { DeviceList } from './device-list';
import { AccountSecurity } from './operations';
import { PasskeyList } from './passkey-list';
import { SecondFactor } from './second-factor';
import css from './security.module.css';
import { SessionList } from './session-list';

const RecoveryCodes = lazy(() => import('./recovery-codes'));

/** What somebody proves who they are with, and where they are signed in. */
export function Security() {
  const { t } = useTranslation('security');
  const { data, error, refetch } = useQuery(AccountSecurity, { fetchPolicy: 'cache-and-network' });
  const [codes, setCodes] = useState<readonly string[]>();
  const viewer = data?.viewer;
  return (
    <Page>
      <Crumbs items={[[t('title')]]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {error && !viewer && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!viewer && !error && <RowsSkeleton rows={6} columns={0} />}
      {viewer && (
        <div className={css.sections}>
          <SecondFactor
            totpSince={viewer.secondFactor.totpSince ?? null}
            codesLeft={viewer.secondFactor.recoveryCodesLeft}
            passkeys={viewer.passkeys.length}
            showCodes={setCodes}
          />
          <PasskeyList viewer={viewer} showCodes={setCodes} />
          <DeviceList viewer={viewer} />
          <SessionList viewer={viewer} />
        </div>
      )}
      <Suspense>{codes && <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />}</Suspense>
    </Page>
  );
}
