import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './import.module.css';
import enCsv from './sample/customers.en.csv?url&no-inline';
import enXlsx from './sample/customers.en.xlsx?url&no-inline';
import frCsv from './sample/customers.fr.csv?url&no-inline';
import frXlsx from './sample/customers.fr.xlsx?url&no-inline';

/** A small file to begin with, whose columns are all recognised. */
export function SampleFiles() {
  const { t, i18n } = useTranslation();
  const [csv, xlsx] = i18n.language.startsWith('fr') ? [frCsv, frXlsx] : [enCsv, enXlsx];
  const name = t('customer-import.sampleName');
  return (
    <p className={css.sample}>
      {t('customer-import.sample')}{' '}
      <Anchor href={csv} download={`${name}.csv`} inherit>
        CSV
      </Anchor>
      {' · '}
      <Anchor href={xlsx} download={`${name}.xlsx`} inherit>
        XLSX
      </Anchor>
    </p>
  );
}
