import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Paper } from '../ui/paper';
import css from './print-sheet.module.css';

/** A document on screen and on paper. Printing leaves everything else of the page out. */
export function PrintSheet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.sheet} data-print-sheet>
      <Paper label={label}>{children}</Paper>
    </div>
  );
}

export function PrintButton() {
  const { t } = useTranslation('frame');
  return (
    <Button variant="default" leftSection={<IconPrinter size={15} stroke={1.8} />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
