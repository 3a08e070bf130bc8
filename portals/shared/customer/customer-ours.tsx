import { Select, TagsInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCustomerChoices } from './use-customer-choices';
import type { CustomerWords } from './use-customer-save';

type CustomerOursProps = { form: UseFormReturnType<CustomerWords>; errors: Record<string, string> };

/** What only our own people say of a customer. */
export function CustomerOurs({ form, errors }: CustomerOursProps) {
  const { t } = useTranslation('customer');
  const { team, resellers, tags } = useCustomerChoices();
  return (
    <>
      <TagsInput
        label={t('field.tags')}
        description={t('tagsHint')}
        data={tags}
        maxTags={30}
        {...form.getInputProps('tags')}
        error={errors.tags}
      />
      <Select
        label={t('field.manager')}
        data={team}
        searchable
        clearable
        {...form.getInputProps('managerId')}
        error={errors.managerId}
      />
      <Select
        label={t('field.reseller')}
        data={resellers}
        searchable
        clearable
        {...form.getInputProps('resellerId')}
        error={errors.resellerId}
      />
      <Textarea
        label={t('field.internalNote')}
        description={t('internalHint')}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('internalNote')}
        error={errors.internalNote}
      />
    </>
  );
}
