import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../graphql/generated';
import { tell } from '../graphql/use-submit';

const DocumentDownload = graphql(`
  query DocumentDownload($id: ID!) {
    document(id: $id) { id downloadUrl }
  }
`);

/** Saves a document's latest file. The address is asked for when it is needed: it works for some minutes only. */
export function useDownload(): (id: string) => void {
  const client = useApolloClient();
  return (id) =>
    void client
      .query({ query: DocumentDownload, variables: { id }, fetchPolicy: 'network-only' })
      .then(({ data }) => {
        if (data?.document) window.location.assign(data.document.downloadUrl);
      })
      .catch(tell);
}
