import { useTranslation } from 'react-i18next';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';
import type { Filter } from '../../shared/frame/list-screen';

const periods = ['1', '7', '30', '365'] as const;

export function useCustomerFilters(): Filter[] {
  const { t } = useTranslation(['portal', 'customer']);
  const { team, resellers, tags } = useCustomerChoices();
  const filters: Filter[] = [
    {
      key: 'status',
      label: t('customers.status'),
      options: (['ACTIVE', 'INACTIVE'] as const).map((value) => ({ value, label: t(`customer:state.${value}`) })),
    },
    {
      key: 'kind',
      label: t('customers.kind'),
      options: (['COMPANY', 'PERSON'] as const).map((value) => ({ value, label: t(`customer:kind.${value}`) })),
    },
    {
      key: 'created',
      label: t('customers.created'),
      options: periods.map((value) => ({ value, label: t(`customers.period.${value}`) })),
      days: true,
    },
    {
      key: 'orders',
      label: t('customers.orders'),
      options: (['with', 'without'] as const).map((value) => ({ value, label: t(`customers.ordering.${value}`) })),
    },
    { key: 'manager', label: t('customers.manager'), options: team },
    { key: 'reseller', label: t('customers.reseller'), options: resellers },
    { key: 'tag', label: t('customers.tag'), options: tags.map((tag) => ({ value: tag, label: tag })) },
  ];
  return filters.filter(({ options }) => options.length > 0);
}
