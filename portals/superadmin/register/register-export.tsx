import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterKind } from '../../shared/graphql/generated/graphql';

const ExportDialog = lazy(() => import('../export/export-dialog'));

/** The whole register as a file. */
export function RegisterExport({ kept }: { kept: RegisterKind }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPackageExport size={15} stroke={1.8} />} onClick={() => setOpen(true)}>
        {t('registers.export')}
      </Button>
      {open && (
        <Suspense>
          <ExportDialog subject={{ kept }} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
