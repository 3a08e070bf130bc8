import { useTranslation } from 'react-i18next';
import type { CustomerStatus as State } from '../graphql/generated/graphql';
import { Status } from '../ui/status';

export function CustomerStatus({ status, quiet }: { status: State; quiet?: boolean }) {
  const { t } = useTranslation('customer');
  return (
    <Status quiet={quiet} tone={status === 'ACTIVE' ? 'green' : 'gray'}>
      {t(`state.${status}`)}
    </Status>
  );
}
