import { useState } from 'react';
import { useLocation } from 'react-router';
import { tell } from '../graphql/use-submit';

/** The rows picked: some of those shown, or all of the filter, whose ids `every` reads. Another filter begins anew. */
export function usePicked(shown: readonly string[], total: number | undefined, every?: () => Promise<string[]>) {
  const { search } = useLocation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<{ search: string; ids: string[] } | null>(null);
  const [reading, setReading] = useState(false);
  const all = whole?.search === search ? whole.ids : null;
  const ids = all ?? shown.filter((id) => picked.has(id));
  const pick = (next: ReadonlySet<string>) => {
    setPicked(next);
    setWhole(null);
  };
  const readAll = async () => {
    if (!every) return;
    setReading(true);
    try {
      setWhole({ search, ids: await every() });
    } catch (error) {
      tell(error);
    } finally {
      setReading(false);
    }
  };
  const rest = !all && every && shown.length > 0 && ids.length === shown.length && (total ?? 0) > shown.length;
  return {
    ids,
    selection: { ids: all ? new Set(all) : picked, set: pick },
    clear: () => pick(new Set()),
    /** All rows shown are picked, and the filter has more: how to pick them too. */
    more: rest ? { total: total ?? 0, run: () => void readAll(), pending: reading } : undefined,
  };
}
