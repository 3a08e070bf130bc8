import { ApolloClient, ApolloLink, type FieldPolicy, InMemoryCache, type TypePolicy } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap, throwError } from 'rxjs';
import { accessToken, renew } from '../auth/session';
import type { Portal } from '../theme/palette';
import connections from './generated/connections.json';
import values from './generated/values.json';
import { requests, sockets } from './links';
import { isUnauthenticated, problemOf } from './problem';

/** Renews the session once on UNAUTHENTICATED, and asks again; a second refusal is shown. */
function renewing(): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    // What they may do has changed under them: the session says how.
    if (problemOf(error).code === 'SECOND_FACTOR_REQUIRED') void renew().catch(() => false);
    if (!isUnauthenticated(error) || operation.getContext().renewed) return;
    operation.setContext({ renewed: true });
    return from(renew()).pipe(switchMap((entered) => (entered ? forward(operation) : throwError(() => error))));
  });
}

function identified(portal: Portal): ApolloLink {
  return new SetContextLink(async ({ headers }) => {
    const token = await accessToken();
    return {
      headers: {
        ...headers,
        'x-prisme-portal': portal,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    };
  });
}

const isSubscription = ({ operationType }: ApolloLink.Operation): boolean => operationType === 'subscription';

const paging = ['first', 'after', 'last', 'before'];
type Page = { nodes?: readonly unknown[]; edges?: readonly unknown[] };

/** The next page joins the list; another filter or sort is another list. */
const connection: FieldPolicy<Page> = {
  keyArgs: (args) => Object.keys(args ?? {}).filter((arg) => !paging.includes(arg)),
  merge(existing, incoming, { args }) {
    if (!args?.after || !existing) return { ...existing, ...incoming };
    const joined = { ...incoming };
    if (incoming.nodes) joined.nodes = [...(existing.nodes ?? []), ...incoming.nodes];
    if (incoming.edges) joined.edges = [...(existing.edges ?? []), ...incoming.edges];
    return joined;
  },
};

const policyOf = (fields: readonly string[]) => ({ fields: Object.fromEntries(fields.map((field) => [field, connection])) });

export function makeClient(portal: Portal): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([renewing(), identified(portal), ApolloLink.split(isSubscription, sockets(portal), requests())]),
    cache: new InMemoryCache({
      typePolicies: Object.fromEntries<TypePolicy>([
        // Two tabs that read different figures of one summary would otherwise take them from each other, and ask again.
        ...values.map((type): [string, TypePolicy] => [type, { merge: true }]),
        ...Object.entries<string[]>(connections).map(([type, fields]): [string, TypePolicy] => [type, policyOf(fields)]),
      ]),
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
