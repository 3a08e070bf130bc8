import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renew, signOut } from '../auth/session';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { Mark } from '../ui/mark';
import { PageHeader } from '../ui/page';
import { RowsSkeleton } from '../ui/skeletons';
import css from './due.module.css';
import { AccountSecurity } from './operations';
import { PasskeyList } from './passkey-list';
import { SecondFactor } from './second-factor';
import security from './security.module.css';

const RecoveryCodes = lazy(() => import('./recovery-codes'));

/** In place of the portal, for whoever must have a second factor and has none: the server lets them do nothing else. */
export function SecondFactorDue() {
  const { t } = useTranslation('second-factor-due');
  const { data, error, refetch } = useQuery(AccountSecurity, { fetchPolicy: 'cache-and-network' });
  const [codes, setCodes] = useState<readonly string[]>();
  const [pending, setPending] = useState(false);
  const viewer = data?.viewer;
  const isThere = viewer && (viewer.secondFactor.totpSince || viewer.passkeys.length > 0);
  return (
    <main className={css.page}>
      <header className={css.head}>
        <p className={css.brand}>
          <Mark size={22} />
          Prisme
        </p>
        <Button variant="default" onClick={() => void signOut()}>
          {t('auth:signOut')}
        </Button>
      </header>
      <PageHeader title={t('title')} lead={t('lead')} />
      {error && !viewer && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!viewer && !error && <RowsSkeleton rows={4} columns={0} />}
      {viewer && (
        <div className={security.sections}>
          <SecondFactor
            totpSince={viewer.secondFactor.totpSince ?? null}
            codesLeft={viewer.secondFactor.recoveryCodesLeft}
            passkeys={viewer.passkeys.length}
            showCodes={setCodes}
          />
          <PasskeyList viewer={viewer} showCodes={setCodes} />
        </div>
      )}
      {isThere && (
        <Button
          className={css.go}
          loading={pending}
          onClick={() => {
            setPending(true);
            void renew()
              .catch(() => false)
              .finally(() => setPending(false));
          }}
        >
          {t('go')}
        </Button>
      )}
      <Suspense>{codes && <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />}</Suspense>
    </main>
  );
}
