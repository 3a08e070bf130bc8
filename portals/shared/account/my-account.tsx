import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { Section } from '../ui/section';
import { RowsSkeleton } from '../ui/skeletons';
import css from './account.module.css';
import { AddressForm } from './address-form';
import { PasswordForm } from './password-form';
import { MyAccount } from './profile.operations';
import { ProfileForm } from './profile-form';

/** One's own name, address and password. */
export function MyAccountSections() {
  const { t } = useTranslation('profile');
  const { data, error, refetch } = useQuery(MyAccount);
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const { viewer } = data;
  return (
    <div className={css.stack}>
      <Section title={t('profile')}>
        <ProfileForm viewer={viewer} />
      </Section>
      <Section title={t('address')}>
        <AddressForm email={viewer.email} pending={viewer.pendingEmailChange ?? undefined} />
      </Section>
      <Section title={t('password')}>
        <PasswordForm />
      </Section>
    </div>
  );
}
