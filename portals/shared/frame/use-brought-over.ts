import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useViewer } from '../auth/session';
import type { SavedViewsQuery } from '../graphql/generated/graphql';
import { SavedViews, SaveView } from './saved-view.operations';

type Kept = { label: string; search: string };

const longestName = 60;
const underway = new Set<string>();

function keptIn(key: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.label === 'string' && typeof one?.search === 'string') : [];
  } catch {
    return [];
  }
}

/** Views were kept in the browser once: what is still there goes to the server, where no view of that name is, and is forgotten here. */
export function useBroughtOver(list: string, there: SavedViewsQuery['savedViews'] | undefined): void {
  const { id, actor } = useViewer();
  const client = useApolloClient();
  useEffect(() => {
    const key = `prisme.views.${id}.${list}`;
    if (!there || actor || underway.has(key) || localStorage.getItem(key) === null) return;
    underway.add(key);
    const names = new Set(there.filter((view) => view.list === list && !view.shared).map(({ name }) => name.toLowerCase()));
    const bringOver = async () => {
      for (const { label, search } of keptIn(key)) {
        const name = label.trim().slice(0, longestName);
        if (!name || names.has(name.toLowerCase())) continue;
        await client.mutate({ mutation: SaveView, variables: { input: { list, name, query: search } } });
      }
      localStorage.removeItem(key);
      await client.refetchQueries({ include: [SavedViews] });
    };
    // What could not be sent stays, and is sent the next time.
    bringOver()
      .catch(() => undefined)
      .finally(() => underway.delete(key));
  }, [id, actor, list, there, client]);
}
