import { useEffect, useState } from 'react';
import { type Difference, differences, merged, type Side } from './merge';

/** Somebody else saved what is being changed here: what they saved otherwise, and the ways on. */
export type Meanwhile = {
  differences: readonly Difference[];
  /** Everything as they saved it. */
  takeTheirs: () => void;
  /** Each field as it is wanted; the rest stays as it was typed. */
  join: (wanted: Readonly<Record<string, Side>>) => void;
};

type Changed<Words> = {
  /** As it is saved now, in the form's words; undefined for something new. */
  saved: Words | undefined;
  /** Which version that is. */
  version: number | undefined;
  /** What stands in the form. */
  words: Words;
  set: (words: Words) => void;
  /** Being saved from here: the next version may be one's own. */
  pending: boolean;
};

/**
 * Keeps a form from overwriting what its person never saw. `opened` is the version they know: it goes with what is saved, and
 * moves on when they took up what somebody else saved meanwhile, or nothing of the form was touched by it.
 */
export function useMeanwhile<Words extends object>({
  saved,
  version,
  words,
  set,
  pending,
}: Changed<Words>): {
  opened: number | undefined;
  meanwhile: Meanwhile | undefined;
  /** The version moved on, and nothing of this form with it. */
  movedOn: boolean;
} {
  const [known, setKnown] = useState({ version, saved, movedOn: false });
  const stale = saved !== undefined && known.saved !== undefined && version !== known.version && !pending;
  const found = stale && known.saved ? differences(known.saved, words, saved) : [];
  const untouched = stale && found.length === 0;
  useEffect(() => {
    // `saved` is made anew at each drawing: what decides is the version.
    if (untouched) setKnown({ version, saved, movedOn: true });
  });
  const take = (next: Words) => {
    set(next);
    setKnown({ version, saved, movedOn: false });
  };
  return {
    opened: known.version,
    movedOn: known.movedOn,
    meanwhile:
      stale && !untouched && saved
        ? {
            differences: found,
            takeTheirs: () => take(saved),
            join: (wanted) => take(merged(words, saved, wanted)),
          }
        : undefined,
  };
}
