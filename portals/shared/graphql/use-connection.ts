import { NetworkStatus, type OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Problem } from '../ui/failure';
import { problemOf } from './problem';
import { useSliced } from './use-sliced';
import { tell } from './use-submit';

type Connection<Node> = {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
};

/** A list as the frames take it. `rows` is undefined until the first page is there. */
export type List<Row, Data = unknown> = {
  /** The whole answer, for what stands beside the list. */
  data?: Data;
  rows?: readonly Row[];
  total?: number;
  problem?: Problem;
  retry: () => void;
  more?: () => void;
  loadingMore: boolean;
};

/**
 * A root connection, page after page. The operation takes `$after: String` and selects
 * `nodes`, `pageInfo { hasNextPage endCursor }` and, where the screen shows it, `totalCount`.
 */
export function useConnection<Data, Variables extends OperationVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
): List<Node, Data> {
  const { data, previousData, error, networkStatus, refetch, fetchMore } = useQuery<Data>(document as TypedDocumentNode<Data>, {
    variables,
    notifyOnNetworkStatusChange: true,
  });
  // While another filter is read, the last answer stays: a list that blinks is harder to read than one that is a moment late.
  const shown = useSliced((data ?? previousData) as Data | undefined);
  const connection = shown && pick(shown);
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {};
  return {
    data: shown,
    rows: connection?.nodes,
    total: connection?.totalCount ?? undefined,
    problem: error && problemOf(error),
    retry: () => void refetch(),
    more: hasNextPage ? () => void fetchMore({ variables: { ...variables, after: endCursor } }).catch(tell) : undefined,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
  };
}
