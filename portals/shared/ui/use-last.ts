import { useState } from 'react';

/** The value, or what it was last while there is none: a form stays open over what was taken away meanwhile. */
export function useLast<T extends object>(value: T | null | undefined): T | undefined {
  const [last, setLast] = useState(value ?? undefined);
  if (value && value !== last) setLast(value);
  return value ?? last;
}
