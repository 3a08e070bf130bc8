import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/generated';

const CustomerChoices = graphql(`
  query CustomerChoices {
    team: users(first: 100, filter: { reach: STAFF }, direction: ASC) { nodes { id name } }
    resellers: users(first: 100, filter: { reach: REVENDEUR }, direction: ASC) { nodes { id name } }
    customerTags
  }
`);

export type Choice = { value: string; label: string };
export type CustomerChoices = { team: Choice[]; resellers: Choice[]; tags: string[] };

const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });

/** Who looks after customers, who sells to them, and the words they are tagged with. For our own people, who see users. */
export function useCustomerChoices(skip = false): CustomerChoices {
  const { data } = useQuery(CustomerChoices, { fetchPolicy: 'cache-first', skip });
  return {
    team: data?.team.nodes.map(named) ?? [],
    resellers: data?.resellers.nodes.map(named) ?? [],
    tags: [...(data?.customerTags ?? [])],
  };
}
