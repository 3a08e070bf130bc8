import { createContext, useContext, useEffect } from 'react';

/** Somebody else who has the page open. */
export type Other = {
  id: string;
  name: string;
  /** The ids of what they have open for changing. */
  editing: readonly string[];
};

/** Who changed it last while the page was open, and when. */
export type Change = { id: string; name: string; at: string };

export type Together = {
  others: readonly Other[];
  /** By the id of what changed. */
  changes: ReadonlyMap<string, Change>;
  /** Tells the others what is open for changing here; null: nothing any more. */
  edit: (subject: string | null) => void;
};

/** Given by pages that several people have open at once; elsewhere one is alone. */
const TogetherContext = createContext<Together | null>(null);
export const TogetherProvider = TogetherContext.Provider;

/** Who else has the page open. */
export const useOthers = (): readonly Other[] => useContext(TogetherContext)?.others ?? [];

/** For a form that changes this: who else has it open, and who saved it last. While it is open the others are told. */
export function useTogether(subject: string | undefined): { editors: readonly Other[]; change: Change | undefined } {
  const together = useContext(TogetherContext);
  const edit = together?.edit;
  useEffect(() => {
    if (!subject || !edit) return;
    edit(subject);
    return () => edit(null);
  }, [subject, edit]);
  return {
    editors: subject && together ? together.others.filter(({ editing }) => editing.includes(subject)) : [],
    change: subject ? together?.changes.get(subject) : undefined,
  };
}
