import { useTranslation } from 'react-i18next';
import { Status } from '../../shared/ui/status';
import { isOver } from './register-words';

type RegisterStateProps = {
  endedOn: string | null;
  /** Of a processor: when its contract was signed. */
  contractOn?: string | null;
  quiet?: boolean;
};

/** Whether it goes on; a processor without a contract says so instead, since the law wants one. */
export function RegisterState({ endedOn, contractOn, quiet }: RegisterStateProps) {
  const { t } = useTranslation();
  if (isOver(endedOn))
    return (
      <Status quiet={quiet} tone="gray">
        {t('registers.ended')}
      </Status>
    );
  if (contractOn === null)
    return (
      <Status quiet={quiet} tone="orange">
        {t('registers.noContract')}
      </Status>
    );
  return (
    <Status quiet={quiet} tone="green">
      {t('registers.active')}
    </Status>
  );
}
