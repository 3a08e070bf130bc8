import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPackageExport } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';

const ExportDialog = lazy(() => import('./export-dialog'));

const CustomerExport_customer = graphql(`
  fragment CustomerExport_customer on Customer { id name viewerCan { export } }
`);

/** The quick action that takes one customer along in a file. */
export function CustomerExport(props: { customer: FragmentType<typeof CustomerExport_customer> }) {
  const { t } = useTranslation();
  const { id, name, viewerCan } = readFragment(CustomerExport_customer, props.customer);
  const [opened, dialog] = useDisclosure(false);
  if (!viewerCan.export) return null;
  return (
    <>
      <Tooltip label={t('exports.export')}>
        <ActionIcon variant="default" aria-label={t('exports.one', { name })} onClick={dialog.open}>
          <IconPackageExport size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      {opened && (
        <Suspense>
          <ExportDialog subject={{ customerId: id, name }} close={dialog.close} />
        </Suspense>
      )}
    </>
  );
}
