import { Button, Checkbox, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { ConsentRegisterFilter, CustomerFilter, ExportFormat, RegisterKind } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import css from './export.module.css';
import { ExportFollowed } from './export-followed';

const ExportCustomer = graphql(`
  mutation ExportCustomer($input: ExportCustomerInput!) {
    exportCustomer(input: $input) { exportRun { id } userErrors { path code message } }
  }
`);
const ExportCustomers = graphql(`
  mutation ExportCustomers($input: ExportCustomersInput!) {
    exportCustomers(input: $input) { exportRun { id } userErrors { path code message } }
  }
`);
const ExportConsents = graphql(`
  mutation ExportConsents($input: ExportConsentsInput!) {
    exportConsents(input: $input) { exportRun { id } userErrors { path code message } }
  }
`);
const AdminExportRegister = graphql(`
  mutation AdminExportRegister($input: ExportRegisterInput!) {
    exportRegister(input: $input) { exportRun { id } userErrors { path code message } }
  }
`);

type Subject =
  | { customerId: string; name: string }
  /** Those picked, or without them all that the filter shows. */
  | { ids: string[] | null; filter: CustomerFilter | null; count: number }
  /** The register of consents, as its filter shows it. */
  | { register: ConsentRegisterFilter; count: number }
  /** A register of what we do with data on people, whole. */
  | { kept: RegisterKind };

const formats: ExportFormat[] = ['XLSX', 'CSV', 'JSON', 'PDF'];

/** Choose the file, ask for it, see it come; it is in the list of exports too, so the dialog may be closed meanwhile. */
export default function ExportDialog({ subject, close }: { subject: Subject; close: () => void }) {
  const { t } = useTranslation();
  const [format, setFormat] = useState<ExportFormat>('XLSX');
  const [history, setHistory] = useState(false);
  const [runId, setRunId] = useState<string>();
  const one = useSubmit(ExportCustomer, { fields: [] });
  const many = useSubmit(ExportCustomers, { fields: [] });
  const register = useSubmit(ExportConsents, { fields: [] });
  const kept = useSubmit(AdminExportRegister, { fields: [] });
  const single = 'customerId' in subject;
  const start = async () => {
    const payload = single
      ? await one.submit({ input: { id: subject.customerId, format, history } })
      : 'register' in subject
        ? await register.submit({ input: { format, filter: subject.register } })
        : 'kept' in subject
          ? await kept.submit({ input: { register: subject.kept, format } })
          : await many.submit({ input: { format, ids: subject.ids, filter: subject.ids ? null : subject.filter } });
    if (payload?.exportRun) setRunId(payload.exportRun.id);
  };
  const title = single
    ? t('exports.one', { name: subject.name })
    : 'kept' in subject
      ? t('exports.kept', { name: t(`exports.kinds.${subject.kept}`) })
      : t('register' in subject ? 'exports.register' : 'exports.many', { count: subject.count });
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {runId ? (
        <ExportFollowed id={runId} close={close} />
      ) : (
        <Stack gap="md">
          <Radio.Group
            label={t('exports.format')}
            value={format}
            onChange={(value) => setFormat(value as ExportFormat)}
            styles={{ label: { marginBottom: 6 } }}
          >
            <div className={css.formats}>
              {formats
                .filter((one) => single || 'kept' in subject || one !== 'PDF')
                .map((one) => (
                  <Radio.Card key={one} value={one} className={css.format}>
                    <b>{t(`exports.formats.${one}.name`)}</b>
                    <span>{t(`exports.formats.${one}.text`)}</span>
                  </Radio.Card>
                ))}
            </div>
          </Radio.Group>
          {single && (
            <Checkbox
              label={t('exports.history')}
              checked={history}
              onChange={(event) => setHistory(event.currentTarget.checked)}
            />
          )}
          <p className={css.note}>{t('exports.told')}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button loading={one.pending || many.pending || register.pending || kept.pending} onClick={() => void start()}>
              {t('exports.start')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
