import { Select, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomFields } from '../../shared/customer/use-custom-fields';
import { number } from '../../shared/ui/format';
import css from './customer-preview.module.css';
import type { Assigned, useCustomerPreview } from './use-customer-preview';

type CustomerPreviewProps = {
  preview: NonNullable<ReturnType<typeof useCustomerPreview>['preview']>;
  assigned: Assigned;
  assign: (at: number, field: string | null) => void;
};

/** The file's columns, each with what it is taken for; below them its first rows, with what is wrong at its cell. */
export function CustomerPreview({ preview: { headers, fields, rows }, assigned, assign }: CustomerPreviewProps) {
  const { t } = useTranslation();
  // A column is its place: headers repeat.
  const columns = headers.map((header, at) => ({ key: `${at} ${header}`, header, at }));
  const { fields: custom } = useCustomFields();
  const options = fields.map((value) => ({
    value,
    label: custom.find(({ key }) => value === `custom.${key}`)?.label ?? t(`customer-import.fields.${value}`),
  }));
  return (
    <Table.ScrollContainer
      minWidth={0}
      className={css.frame}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('customer-import.preview') } }}
    >
      <Table className={css.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={css.line}>{t('imports.line')}</Table.Th>
            {columns.map(({ key, header, at }) => (
              <Table.Th key={key} data-left={assigned[at] === null || undefined}>
                <span className={css.header}>{header || t('customer-import.noHeader')}</span>
                <Select
                  size="xs"
                  aria-label={t('customer-import.holds', { header: header || at + 1 })}
                  placeholder={t('customer-import.leftOut')}
                  data={options}
                  value={assigned[at] ?? null}
                  onChange={(field) => assign(at, field)}
                  clearable
                  searchable
                  comboboxProps={{ width: 220, position: 'bottom-start' }}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ line, cells, mistakes }) => {
            const whole = mistakes.filter(({ column }) => column === null || column === undefined);
            return (
              <Fragment key={line}>
                <Table.Tr>
                  <Table.Td className={css.line}>
                    <span className="num">{number(line)}</span>
                  </Table.Td>
                  {columns.map(({ key, at }) => {
                    const mistake = mistakes.find(({ column }) => column === at);
                    return (
                      <Table.Td
                        key={key}
                        data-left={assigned[at] === null || undefined}
                        data-wrong={Boolean(mistake) || undefined}
                      >
                        <span className={css.cell} title={cells[at]}>
                          {cells[at]}
                        </span>
                        {mistake && <span className={css.mistake}>{mistake.message}</span>}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
                {whole.map(({ code, message }) => (
                  <Table.Tr key={code}>
                    <Table.Td colSpan={headers.length + 1} data-wrong>
                      <span className={css.whole}>
                        <IconAlertTriangle size={13} stroke={1.8} aria-hidden /> {message}
                      </span>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
