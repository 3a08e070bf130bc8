import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type CustomField, isFor } from './use-custom-fields';
import type { CustomerWords } from './use-customer-save';

type CustomFieldInputsProps = {
  form: UseFormReturnType<CustomerWords>;
  fields: readonly CustomField[];
  /** By `customFields.` and the field's key. */
  errors: Record<string, string>;
};

/** The fields the house defined for customers of this kind. */
export function CustomFieldInputs({ form, fields, errors }: CustomFieldInputsProps) {
  const { t, i18n } = useTranslation('customer');
  const { kind, customFields: typed } = form.values;
  return fields
    .filter((field) => isFor(field, kind))
    .map(({ id, key, kind: of, label, help, required, choices }) => {
      const value = typed[id] ?? '';
      const set = (next: string | null) => form.setFieldValue('customFields', { ...typed, [id]: next ?? '' });
      const props = { label, description: help, required, error: errors[`customFields.${key}`] };
      if (of === 'CHOICE')
        return (
          <Select
            key={id}
            {...props}
            value={value || null}
            onChange={set}
            clearable={!required}
            searchable={choices.length > 10}
            data={choices
              .filter((choice) => !choice.retired || choice.id === value)
              .map((choice) => ({
                value: choice.id,
                label: choice.retired ? t('custom.retired', { label: choice.label }) : choice.label,
              }))}
          />
        );
      return (
        <TextInput
          key={id}
          {...props}
          type={of === 'DATE' ? 'date' : 'text'}
          inputMode={of === 'NUMBER' ? 'decimal' : undefined}
          dir={of === 'TEXT' ? 'auto' : undefined}
          autoComplete="off"
          // A number that was not touched is shown as the reader writes it; the server reads both.
          value={of === 'NUMBER' && i18n.language !== 'en' ? value.replace('.', ',') : value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    });
}
