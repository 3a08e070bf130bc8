import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { Reach } from '../../shared/graphql/generated/graphql';

const AdminFindUsers = graphql(`
  query AdminFindUsers($search: String, $reach: Reach) {
    users(first: 20, filter: { search: $search, reach: $reach }, sort: NAME, direction: ASC) { nodes { id name email } }
  }
`);
const AdminPickedUser = graphql(`
  query AdminPickedUser($id: ID!) { user(id: $id) { id name email } }
`);

const settleMs = 200;

type PersonPickerProps = {
  label: string;
  value: string | null;
  change: (id: string | null) => void;
  /** Only who has a role of this reach. */
  reach?: Reach;
  error?: string;
};

/** Somebody with an account, found by name or address. */
export function PersonPicker({ label, value, change, reach, error }: PersonPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, settleMs);
  const { data } = useQuery(AdminFindUsers, { variables: { search: settled, reach } });
  const { data: picked } = useQuery(AdminPickedUser, { variables: { id: value ?? '' }, skip: !value });
  const found = [...(picked?.user ? [picked.user] : []), ...(data?.users.nodes ?? [])];
  const people = [...new Map(found.map((user) => [user.id, user])).values()];
  return (
    <Select
      label={label}
      required
      searchable
      data={people.map(({ id, name, email }) => ({ value: id, label: email ? `${name} · ${email}` : name }))}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={value}
      onChange={change}
      nothingFoundMessage={t('ui:nobodyFound')}
      error={error}
    />
  );
}
