import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

export type UrlPatch = Record<string, string | null | undefined>;

/** The search string with a patch applied: null, undefined and '' take a key away. */
export function patched(search: string, patch: UrlPatch): string {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    if (value) params.set(key, value);
    else params.delete(key);
  }
  return params.toString();
}

/** Filter, sort, tab, view and search live in the URL. Two patches in one event both count: each starts from the address as it is then. */
export function useUrlState() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  const set = useCallback(
    (patch: UrlPatch) =>
      void navigate({ search: patched(window.location.search, patch) }, { replace: true, preventScrollReset: true }),
    [navigate],
  );
  return { get: (key: string) => params.get(key), set };
}
