import { Button, Select, Switch } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Fields } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import type { DateOrder } from '../../shared/graphql/generated/graphql';
import { useUpload } from '../../shared/graphql/use-upload';
import { DropZone } from '../../shared/ui/drop-zone';
import { bytes } from '../../shared/ui/format';
import { columnsOfFile } from './file-columns';
import css from './import.module.css';
import { ImportColumns, type Mapping } from './import-columns';

const AdminImportOrders = graphql(`
  mutation AdminImportOrders($input: ImportOrdersInput!) {
    importOrders(input: $input) { importRun { id } userErrors { path code message } }
  }
`);

const gigabyte = 1_000_000_000;
const currencies = ['EUR', 'GBP', 'USD', 'CHF'];
const orders: DateOrder[] = ['DAY_FIRST', 'MONTH_FIRST'];

/** Choose the file, say how to read it, send it; then its report opens. */
export function ImportSender() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [columns, setColumns] = useState<string[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const [currency, setCurrency] = useState('EUR');
  const [dates, setDates] = useState<DateOrder | null>(null);
  const [dryRun, setDryRun] = useState(false);
  const upload = useUpload(
    AdminImportOrders,
    (sent) => ({
      input: {
        file: sent,
        currency,
        dates,
        dryRun,
        mapping: Object.entries(mapping).flatMap(([field, column]) => (column ? [{ field, column }] : [])),
      },
    }),
    { onDone: ({ importRun }) => importRun && void navigate(`/imports/${importRun.id}`) },
  );
  const sending = upload.uploads.some(({ state }) => state === 'waiting' || state === 'sending');

  const choose = ([chosen]: File[]) => {
    if (!chosen) return;
    for (const { id } of upload.uploads) upload.cancel(id);
    setFile(chosen);
    setMapping({});
    void columnsOfFile(chosen).then(setColumns);
  };

  return (
    <>
      <DropZone hint={t('imports.hint')} {...upload} add={choose} maxBytes={gigabyte} />
      {file && (
        <div className={css.options}>
          <p className={css.file}>
            <b>{file.name}</b> <span className="num">{bytes(file.size)}</span>
          </p>
          <Fields>
            <Select
              label={t('imports.currency')}
              description={t('imports.currencyHint')}
              data={currencies}
              value={currency}
              onChange={(value) => value && setCurrency(value)}
              allowDeselect={false}
            />
            <Select
              label={t('imports.dates')}
              description={t('imports.datesHint')}
              placeholder={t('imports.guessed')}
              data={orders.map((value) => ({ value, label: t(`imports.dateOrders.${value}`) }))}
              value={dates}
              onChange={setDates}
              clearable
            />
          </Fields>
          {columns.length > 0 && (
            <details className={css.mapping}>
              <summary>{t('imports.columns', { count: columns.length })}</summary>
              <ImportColumns columns={columns} mapping={mapping} set={setMapping} />
            </details>
          )}
          <div className={css.go}>
            <Switch label={t('imports.dryRun')} checked={dryRun} onChange={(event) => setDryRun(event.currentTarget.checked)} />
            <Button leftSection={<IconUpload size={15} stroke={2} />} loading={sending} onClick={() => upload.add([file])}>
              {t(dryRun ? 'imports.try' : 'imports.start')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
