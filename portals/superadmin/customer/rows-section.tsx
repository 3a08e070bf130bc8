import { useTranslation } from 'react-i18next';
import { type CardContent, CardList } from '../../shared/ui/card-list';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { usePhone } from '../../shared/ui/use-phone';
import css from './rows-section.module.css';

type RowsSectionProps<Row> = {
  title: string;
  rows: readonly Row[];
  /** All there are, of which `rows` are the latest. */
  total: number;
  columns: readonly Column<Row>[];
  card: (row: Row) => CardContent;
  rowId: (row: Row) => string;
  minWidth: number;
  /** What is said where there are none. */
  none?: string;
};

/** The latest rows of something in a section: a table, and cards on phones. */
export function RowsSection<Row extends object>(props: RowsSectionProps<Row>) {
  const { title, rows, total, columns, card, rowId, minWidth, none } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Section flush title={title} count={total}>
      {total === 0 && <p className={css.nothing}>{none}</p>}
      {total > 0 && (
        <div className={css.rows}>
          {phone ? (
            <CardList rows={rows} rowId={rowId} card={card} />
          ) : (
            <DataTable
              label={t('customer.finances.table', { title })}
              rows={rows}
              columns={columns}
              rowId={rowId}
              minWidth={minWidth}
            />
          )}
        </div>
      )}
      {total > rows.length && (
        <p className={css.rest}>{t('customer.finances.rest', { count: rows.length, total: number(total) })}</p>
      )}
    </Section>
  );
}
