import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../shared/frame/form-screen';

export const orderFields = [
  'number',
  'placedAt',
  'customer',
  'email',
  'phone',
  'name',
  'address',
  'city',
  'postalCode',
  'country',
  'sku',
  'description',
  'quantity',
  'unitPrice',
  'status',
  'currency',
] as const;
export type Mapping = Partial<Record<(typeof orderFields)[number], string>>;

type ImportColumnsProps = { columns: readonly string[]; mapping: Mapping; set: (mapping: Mapping) => void };

/** Which column holds what; the server guesses those that are left open. */
export function ImportColumns({ columns, mapping, set }: ImportColumnsProps) {
  const { t } = useTranslation();
  return (
    <Fields>
      {orderFields.map((field) => (
        <Select
          key={field}
          size="xs"
          label={t(`imports.fields.${field}`)}
          placeholder={t('imports.guessed')}
          data={[...columns]}
          value={mapping[field] ?? null}
          onChange={(column) => set({ ...mapping, [field]: column ?? undefined })}
          clearable
          searchable={columns.length > 12}
        />
      ))}
    </Fields>
  );
}
