import { useState } from 'react';

/** How many rows go in one request: an answer comes soon, and what went before it is done. */
const PART = 100;

type Outcome = { changedIds?: readonly string[] | null; leftIds?: readonly string[] | null };

/** Acts on many rows part by part and says how far it got. A part that is refused ends it; what was done until then is answered. */
export function useParts() {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  async function run(ids: readonly string[], act: (part: string[]) => Promise<Outcome | undefined>) {
    const changed: string[] = [];
    const left: string[] = [];
    let done = 0;
    try {
      for (; done < ids.length; done += PART) {
        if (ids.length > PART) setProgress({ done, total: ids.length });
        const outcome = await act(ids.slice(done, done + PART));
        if (!outcome) break;
        changed.push(...(outcome.changedIds ?? []));
        left.push(...(outcome.leftIds ?? []));
      }
    } finally {
      setProgress(null);
    }
    return { changed, left, tried: Math.min(done, ids.length), whole: done >= ids.length };
  }
  return { run, progress };
}
