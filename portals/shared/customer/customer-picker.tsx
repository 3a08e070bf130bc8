import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';

const CustomerPicked = graphql(`
  query CustomerPicked($id: ID!) { customer(id: $id) { id name reference } }
`);
const CustomerPick = graphql(`
  query CustomerPick { customers(first: 20, direction: ASC) { nodes { id name reference } } }
`);
const CustomerPickSearch = graphql(`
  query CustomerPickSearch($search: String!) { searchCustomers(first: 20, search: $search) { id name reference } }
`);

type CustomerPickerProps = { value: string | null; change: (id: string | null) => void; error?: string; required?: boolean };
type Choice = { id: string; name: string; reference: string };

const pause = 200;
const shortest = 2;

/** What the customer with this id is called. */
export function CustomerName({ id }: { id: string }) {
  const { data } = useQuery(CustomerPicked, { variables: { id }, fetchPolicy: 'cache-first' });
  return data?.customer?.name ?? '…';
}

/** Picks a customer by name, reference, e-mail or phone: the server searches, typing mistakes forgiven. */
export function CustomerPicker({ value, change, error, required }: CustomerPickerProps) {
  const { t } = useTranslation('customer');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), pause);
  const { data: picked } = useQuery(CustomerPicked, { variables: { id: value ?? '' }, skip: !value });
  const { data: first } = useQuery(CustomerPick);
  const { data: found } = useQuery(CustomerPickSearch, { variables: { search }, skip: search.length < shortest });
  const chosen = picked?.customer;
  const searching = search.length >= shortest && search !== chosen?.name;
  const rows: readonly Choice[] = (searching ? found?.searchCustomers : first?.customers.nodes) ?? [];
  const all = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows;
  const references = new Map(all.map(({ id, reference }) => [id, reference]));
  return (
    <Select
      label={t('picker.label')}
      placeholder={t('picker.placeholder')}
      nothingFoundMessage={t('picker.nothing')}
      required={required}
      searchable
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has searched already: what it found is shown as it is.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label} <span style={{ color: 'var(--p-muted)' }}>{references.get(option.value)}</span>
        </span>
      )}
      value={value}
      onChange={change}
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
    />
  );
}
