import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import type { AuditEntryFilter } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';

const ExportAudit = graphql(`
  mutation ExportAudit($input: ExportAuditEntriesInput!) {
    exportAuditEntries(input: $input) { downloadUrl userErrors { path code message } }
  }
`);

/** Fetches what the list shows as a CSV file; that is an entry too. */
export function AuditExport({ filter }: { filter: AuditEntryFilter }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { submit, pending } = useSubmit(ExportAudit);
  if (!permissions.includes('audit.export')) return null;
  const run = async () => {
    const payload = await submit({ input: { filter } });
    if (payload?.downloadUrl) window.location.assign(payload.downloadUrl);
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={16} stroke={1.7} />} loading={pending} onClick={() => void run()}>
      {t('audit.export')}
    </Button>
  );
}
