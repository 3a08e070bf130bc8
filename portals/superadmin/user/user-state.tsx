import { useTranslation } from 'react-i18next';
import type { UserStatus } from '../../shared/graphql/generated/graphql';
import { Status } from '../../shared/ui/status';

export function UserState({ status, quiet }: { status: UserStatus; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <Status quiet={quiet} tone={status === 'ACTIVE' ? 'green' : status === 'SUSPENDED' ? 'yellow' : 'gray'}>
      {t(`users.states.${status}`)}
    </Status>
  );
}
