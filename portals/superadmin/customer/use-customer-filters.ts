import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';
import type { Filter } from '../../shared/frame/list-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { figuresIn, figuresSaid, segmentNames, spelledFigures } from './figures-filter';

const SegmentChoices = graphql(`
  query SegmentChoices { segments { id name } }
`);

const periods = ['1', '7', '30', '365'] as const;

export function useCustomerFilters(): Filter[] {
  const { t } = useTranslation(['portal', 'customer']);
  const { team, resellers, tags } = useCustomerChoices();
  const figures = useFigures();
  const { permissions } = useViewer();
  const { data } = useQuery(SegmentChoices, { skip: !permissions.includes('segment.read') });
  const segments = data?.segments.map(({ id, name }) => ({ value: id, label: name })) ?? [];
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
    { key: 'segment', label: t('customers.segment'), options: segments },
    { key: 'manager', label: t('customers.manager'), options: team },
    { key: 'reseller', label: t('customers.reseller'), options: resellers },
    { key: 'figures', label: t('customers.figures.label'), options: figures },
    { key: 'tag', label: t('customers.tag'), options: tags.map((tag) => ({ value: tag, label: tag })) },
  ];
  return filters.filter(({ options }) => options.length > 0);
}

/** The segments, and what the address asks where it is more than one of them; nothing for who may not read it. */
function useFigures(): Filter['options'] {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { get } = useUrlState();
  if (!permissions.includes('analytics.read')) return [];
  const segments = segmentNames.map((segment) => ({
    value: spelledFigures({ segment }),
    label: t(`customer.segment.${segment}.name`),
  }));
  const value = get('figures');
  const asked = figuresIn(value);
  if (!value || !asked || segments.some((one) => one.value === value)) return segments;
  return [...segments, { value, label: figuresSaid(asked, t) }];
}
