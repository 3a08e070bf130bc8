import { Button, Select, Switch, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Fields } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import type { ExistingCustomers } from '../../shared/graphql/generated/graphql';
import { useUpload } from '../../shared/graphql/use-upload';
import { DropZone } from '../../shared/ui/drop-zone';
import { bytes, number } from '../../shared/ui/format';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { CustomerPreview } from './customer-preview';
import css from './import.module.css';
import { SampleFiles } from './sample-files';
import { keepTried, mappingOf, triedLast, useCustomerPreview } from './use-customer-preview';

const AdminImportCustomers = graphql(`
  mutation AdminImportCustomers($input: ImportCustomersInput!) {
    importCustomers(input: $input) { importRun { id } userErrors { path code message } }
  }
`);

const gigabyte = 1_000_000_000;
const choices: ExistingCustomers[] = ['UPDATE', 'LEAVE'];

/** Choose the file, see what its columns are taken for and what is wrong with its first rows, send it; then its report opens. */
export function CustomerSender() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [tried] = useState(triedLast);
  const [file, setFile] = useState(tried?.file);
  const [existing, setExisting] = useState<ExistingCustomers>(tried?.existing ?? 'UPDATE');
  const [sheet, setSheet] = useState(tried?.sheet ?? null);
  const [prefix, setPrefix] = useState(tried?.prefix ?? '');
  const [dryRun, setDryRun] = useState(!tried);
  const { preview, assigned, loading, open, assign } = useCustomerPreview();
  const upload = useUpload(
    AdminImportCustomers,
    (sent) => ({ input: { file: sent, sheet, existing, prefix, dryRun, mapping: preview && mappingOf(preview, assigned) } }),
    {
      onDone: ({ importRun }, sent) => {
        if (!importRun || !preview) return;
        keepTried(dryRun ? { file: sent, preview, assigned, sheet, existing, prefix } : undefined);
        void navigate(`/imports/${importRun.id}`);
      },
    },
  );
  const sending = upload.uploads.some(({ state }) => state === 'waiting' || state === 'sending');

  const choose = ([chosen]: File[]) => {
    if (!chosen) return;
    for (const { id } of upload.uploads) upload.cancel(id);
    setFile(chosen);
    setSheet(null);
    void open(chosen);
  };
  const wrong = preview?.rows.filter(({ mistakes }) => mistakes.length > 0).length ?? 0;

  return (
    <>
      <DropZone hint={t('customer-import.hint')} {...upload} add={choose} maxBytes={gigabyte} />
      {!file && <SampleFiles />}
      {file && (
        <div className={css.options}>
          <p className={css.file}>
            <b>{file.name}</b> <span className="num">{bytes(file.size)}</span>
          </p>
          {!preview ? (
            loading && <RowsSkeleton rows={4} />
          ) : (
            <>
              {preview.sheets.length > 1 && (
                <Fields>
                  <Select
                    label={t('customer-import.sheet')}
                    placeholder={t('customer-import.firstSheet')}
                    data={[...new Set(preview.sheets)]}
                    value={sheet}
                    onChange={(name) => {
                      setSheet(name);
                      void open(file, name);
                    }}
                    clearable
                  />
                </Fields>
              )}
              {preview.problem && (
                <p className={css.problem} role="alert">
                  {preview.problem}
                </p>
              )}
              {preview.headers.length > 0 && (
                <>
                  <p className={css.file} aria-live="polite">
                    {t('customer-import.shown', { count: preview.rows.length, rows: number(preview.rows.length) })}{' '}
                    {!preview.problem && (wrong > 0 ? t('customer-import.wrong', { count: wrong }) : t('customer-import.fine'))}
                  </p>
                  <CustomerPreview preview={preview} assigned={assigned} assign={(at, field) => void assign(at, field)} />
                  <Fields>
                    <Select
                      label={t('customer-import.existing')}
                      description={t(`customer-import.existingHints.${existing}`)}
                      data={choices.map((value) => ({ value, label: t(`customer-import.existingChoices.${value}`) }))}
                      value={existing}
                      onChange={(value) => value && setExisting(value)}
                      allowDeselect={false}
                    />
                    <TextInput
                      label={t('customer-import.prefix')}
                      description={t('customer-import.prefixHint')}
                      placeholder="CT-"
                      maxLength={20}
                      value={prefix}
                      onChange={(event) => setPrefix(event.currentTarget.value)}
                    />
                  </Fields>
                  <div className={css.go}>
                    <Switch
                      label={t('imports.dryRun')}
                      checked={dryRun}
                      onChange={(event) => setDryRun(event.currentTarget.checked)}
                    />
                    <Button
                      leftSection={<IconUpload size={15} stroke={2} />}
                      loading={sending}
                      disabled={Boolean(preview.problem) || loading}
                      onClick={() => upload.add([file])}
                    >
                      {t(dryRun ? 'imports.try' : 'imports.start')}
                    </Button>
                  </div>
                </>
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}
