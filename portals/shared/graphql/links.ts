import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { Observable } from 'rxjs';
import { accessToken } from '../auth/session';
import type { Portal } from '../theme/palette';
import { hashOf, post } from './post';
import type { ProgressInit } from './progress-fetch';

interface Sent {
  headers?: Record<string, string>;
  fetchOptions?: Pick<ProgressInit, 'onProgress' | 'signal'>;
}

/** While a portal is being written its operations are newer than any build: then their text goes along. */
const textOf = (query: ApolloLink.Operation['query']): string | undefined => (import.meta.env.DEV ? print(query) : undefined);

/** Queries and mutations, by their ids. Whoever stops listening stops the request. */
export function requests(): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const { headers, fetchOptions = {} } = operation.getContext() as Sent;
        const abort = new AbortController();
        fetchOptions.signal?.addEventListener('abort', () => abort.abort());
        const options = { ...fetchOptions, signal: abort.signal };
        const { query, variables } = operation;
        post<ApolloLink.Result['data']>({ hash: hashOf(query), query: textOf(query), variables, headers, options }).then(
          (result) => {
            observer.next(result as ApolloLink.Result);
            observer.complete();
          },
          (error) => observer.error(error),
        );
        return () => abort.abort();
      }),
  );
}

const socketAddress = () => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/** Subscriptions, by their ids too. */
export function sockets(portal: Portal): ApolloLink {
  const client = createClient({
    url: socketAddress,
    lazy: true,
    retryAttempts: 20,
    shouldRetry: () => true,
    connectionParams: async () => ({ authorization: `Bearer ${(await accessToken()) ?? ''}`, portal }),
  });
  return new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => {
        const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } };
        return client.subscribe(
          { query: textOf(query) ?? '', variables, operationName, extensions },
          {
            next: (result) => observer.next(result as ApolloLink.Result),
            complete: () => observer.complete(),
            error: (refusal) =>
              observer.error(
                Array.isArray(refusal) ? new CombinedGraphQLErrors({ errors: refusal }) : new Error('The socket closed'),
              ),
          },
        );
      }),
  );
}
