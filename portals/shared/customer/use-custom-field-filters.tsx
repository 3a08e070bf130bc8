import type { TFunction } from 'i18next';
import { lazy, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Filter } from '../frame/list-screen';
import type { CustomFieldFilter } from '../graphql/generated/graphql';
import { number } from '../ui/format';
import { conditionsIn, prefix, readNumberRange } from './custom-field-filter';
import { type CustomField, useCustomFields } from './use-custom-fields';

const CustomFieldFilterDialog = lazy(() => import('./custom-field-filter-dialog'));

/** A value of the filter in words, where it is none of the options. */
function said(field: CustomField, value: string, t: TFunction<'customer'>): string | undefined {
  if (value.startsWith('~')) return t('custom.filter.holds', { text: value.slice(1) });
  if (value.startsWith('=')) return value.slice(1);
  if (field.kind === 'CHOICE') {
    const chosen = value.split(',');
    const labels = field.choices.filter(({ id }) => chosen.includes(id)).map(({ label }) => label);
    return labels.join(', ') || '?';
  }
  const range = readNumberRange(value);
  if (!range) return undefined;
  const [from, to] = [range.from, range.to].map((end) => (end === null ? null : number(end, 6)));
  if (from !== null && to !== null) return from === to ? from : t('custom.filter.between', { from, to });
  return from === null ? t('custom.filter.atMost', { to }) : t('custom.filter.atLeast', { from });
}

/** A filter of a list of customers for each field the house defined, and what the address asks of them. */
export function useCustomFieldFilters(): { filters: Filter[]; conditions: CustomFieldFilter[] | null } {
  const { t } = useTranslation('customer');
  const { fields, read } = useCustomFields();
  const { search } = useLocation();
  const filters = useMemo(
    () =>
      fields.map(
        (field): Filter => ({
          key: prefix + field.key,
          label: field.label,
          options: [
            ...field.choices.filter(({ retired }) => !retired).map(({ id, label }) => ({ value: id, label })),
            { value: 'has', label: t('custom.filter.has') },
            { value: 'none', label: t('custom.filter.none') },
          ],
          ...(field.kind === 'DATE'
            ? { days: true }
            : {
                ask: {
                  label: t(`custom.filter.ask.${field.kind}`),
                  said: (value) => said(field, value, t),
                  dialog: (props) => <CustomFieldFilterDialog field={field} {...props} />,
                },
              }),
        }),
      ),
    [fields, t],
  );
  const known = read ? fields.map(({ key }) => key) : null;
  return { filters, conditions: conditionsIn(search, known) };
}
