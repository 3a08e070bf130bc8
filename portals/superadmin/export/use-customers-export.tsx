import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import type { CustomerFilter } from '../../shared/graphql/generated/graphql';
import type { BulkAction } from '../../shared/ui/bulk-bar';

const ExportDialog = lazy(() => import('./export-dialog'));

/** More are all that the filter shows. */
const mostIds = 1000;

/** Exporting customers from their list: all that its filter shows, or those picked. Nothing for whoever may not. */
export function useCustomersExport(filter: CustomerFilter, total = 0) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [subject, setSubject] = useState<{ ids: string[] | null; count: number }>();
  const may = permissions.includes('customer.exportMany');
  const button: ReactNode = may && total > 0 && (
    <Button
      variant="default"
      leftSection={<IconPackageExport size={15} stroke={1.8} />}
      onClick={() => setSubject({ ids: null, count: total })}
    >
      {t('exports.exportAll')}
    </Button>
  );
  const actions = (ids: string[]): BulkAction[] =>
    may
      ? [
          {
            icon: IconPackageExport,
            label: t('exports.export'),
            run: () => setSubject({ ids: ids.length > mostIds ? null : ids, count: ids.length }),
          },
        ]
      : [];
  const dialog: ReactNode = subject && (
    <Suspense>
      <ExportDialog subject={{ ...subject, filter }} close={() => setSubject(undefined)} />
    </Suspense>
  );
  return { button, actions, dialog };
}
