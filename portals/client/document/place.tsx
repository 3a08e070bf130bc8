import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';

const ClientPlaces = graphql(`
  query ClientPlaces { customers(first: 20) { nodes { id name } } }
`);

type Place = { id?: string; companies: readonly { id: string; name: string }[]; choose: (id: string) => void };

/** The company that a dropped file is for: the only one, or the one chosen. */
export function usePlace(): Place {
  const { data } = useQuery(ClientPlaces);
  const [chosen, choose] = useState<string>();
  const companies = data?.customers.nodes ?? [];
  return { id: chosen ?? companies[0]?.id, companies, choose };
}

/** Only for who speaks for several companies. */
export function PlaceSelect({ id, companies, choose }: Place) {
  const { t } = useTranslation();
  if (companies.length < 2) return null;
  return (
    <Select
      aria-label={t('documents.company')}
      data={companies.map((company) => ({ value: company.id, label: company.name }))}
      value={id ?? null}
      onChange={(value) => value && choose(value)}
      allowDeselect={false}
    />
  );
}
