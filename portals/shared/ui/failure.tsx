import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty';
import css from './empty.module.css';

/** What went wrong, without GraphQL: `problemOf(error)` makes it. */
export type Problem = { code: string; message?: string; requestId?: string };

const icons: Record<string, typeof IconLock> = { FORBIDDEN: IconLock, NETWORK: IconPlugConnectedX };
const told = ['NETWORK', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'CONFLICT', 'PERSISTED_QUERY_NOT_FOUND'];

/** Error state: what happened, how to go on, and the number to give to support. */
export function Failure({ problem, retry, page }: { problem: Problem; retry?: () => void; page?: boolean }) {
  const { t } = useTranslation('ui');
  const kind = told.includes(problem.code) ? problem.code : 'OTHER';
  // The server was renewed while this page was open.
  const isOld = kind === 'PERSISTED_QUERY_NOT_FOUND';
  return (
    <div role="alert">
      <Empty
        page={page}
        icon={icons[kind] ?? IconAlertTriangle}
        title={t(`failure.${kind}.title`)}
        action={
          retry && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={15} stroke={1.8} />}
              onClick={isOld ? () => location.reload() : retry}
            >
              {t(isOld ? 'failure.reload' : 'failure.retry')}
            </Button>
          )
        }
      >
        {/* How long to wait is in the server's words. */}
        {kind === 'RATE_LIMITED' && problem.message ? problem.message : t(`failure.${kind}.text`)}
        {problem.requestId && (
          <span className={css.request}>
            {t('failure.request')} <code>{problem.requestId}</code>
          </span>
        )}
      </Empty>
    </div>
  );
}
