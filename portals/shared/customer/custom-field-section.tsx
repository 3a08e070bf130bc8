import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { date, number } from '../ui/format';
import { Facts, Section } from '../ui/section';
import { type CustomField, type CustomValue, isFor, useCustomFields } from './use-custom-fields';

const CustomFieldSection_customer = graphql(`
  fragment CustomFieldSection_customer on Customer {
    id kind
    customFields { id fieldId text number date choiceId }
  }
`);

/** A value as a person reads it. */
function said(field: CustomField, value: CustomValue): string | undefined {
  if (value.number != null) return number(value.number, 6);
  if (value.date) return date(value.date);
  return value.text ?? field.choices.find(({ id }) => id === value.choiceId)?.label;
}

type CustomFieldSectionProps = {
  customer: FragmentType<typeof CustomFieldSection_customer>;
  /** Opens the customer's form; absent for who does not fill them in. */
  edit?: () => void;
};

/** What the house wants to know of this customer beside the usual; nothing where it defined no field. */
export function CustomFieldSection({ customer, edit }: CustomFieldSectionProps) {
  const { t } = useTranslation('customer');
  const { fields } = useCustomFields();
  const { kind, customFields: values } = readFragment(CustomFieldSection_customer, customer);
  const shown = fields.filter((field) => isFor(field, kind));
  if (!values || shown.length === 0) return null;
  return (
    <Section
      title={t('custom.title')}
      action={
        edit && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('custom.edit')} onClick={edit}>
            {t('custom.change')}
          </Button>
        )
      }
    >
      <Facts
        columns={3}
        items={shown.map((field) => {
          const value = values.find(({ fieldId }) => fieldId === field.id);
          const text = value && said(field, value);
          return [
            field.label,
            text === undefined ? (
              <span key={field.id} className="muted">
                {t('custom.none')}
              </span>
            ) : (
              <span key={field.id} dir="auto">
                {text}
              </span>
            ),
          ];
        })}
      />
    </Section>
  );
}
