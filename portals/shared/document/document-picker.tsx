import { useQuery } from '@apollo/client/react';
import { Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { DocumentCategory } from '../graphql/generated/graphql';
import { problemOf } from '../graphql/problem';
import { Failure } from '../ui/failure';
import { bytes, dateShort } from '../ui/format';
import css from './document-picker.module.css';

const DocumentPick = graphql(`
  query DocumentPick($customerId: ID!, $search: String) {
    documents(first: 30, filter: { customerId: $customerId, search: $search }) { nodes { id name category size updatedAt } }
  }
`);

const pause = 200;

type Picked = { id: string; name: string; size: number };
type Row = Picked & { category?: DocumentCategory; updatedAt?: string };
type DocumentPickerProps = { customerId: string; value: readonly Picked[]; change: (value: Picked[]) => void; error?: string };

/** Picks documents of a customer among those the viewer sees, the latest first; what was picked stays picked while one searches. */
export function DocumentPicker({ customerId, value, change, error: mistake }: DocumentPickerProps) {
  const { t } = useTranslation('document');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), pause);
  const { data, previousData, error, refetch } = useQuery(DocumentPick, { variables: { customerId, search: search || null } });
  const found = (data ?? previousData)?.documents.nodes;
  const others = value.filter(({ id }) => !found?.some((one) => one.id === id));
  const rows: Row[] = [...others, ...(found ?? [])];
  const toggle = ({ id, name, size }: Picked, picked: boolean) =>
    change(picked ? [...value, { id, name, size }] : value.filter((one) => one.id !== id));
  return (
    <div className={css.picker}>
      <TextInput
        aria-label={t('picker.search')}
        placeholder={t('picker.search')}
        leftSection={<IconSearch size={15} stroke={1.7} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && !found && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!found && !error && <Skeleton h={120} />}
      {found?.length === 0 && <p className={css.none}>{t(search ? 'picker.nothing' : 'picker.none')}</p>}
      <ul className={css.list}>
        {rows.map((one) => (
          <li key={one.id}>
            <Checkbox
              label={one.name}
              description={[
                one.category && t(`category.${one.category}`),
                bytes(one.size),
                one.updatedAt && dateShort(one.updatedAt),
              ]
                .filter(Boolean)
                .join(', ')}
              checked={value.some(({ id }) => id === one.id)}
              onChange={(event) => toggle(one, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      {mistake && (
        <p className={css.error} role="alert">
          {mistake}
        </p>
      )}
    </div>
  );
}
