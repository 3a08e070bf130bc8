import { useDeferredValue } from 'react';

/** What arrives first is drawn in slices, so that the page answers meanwhile; what changes it later, at once. */
export function useSliced<Data>(data: Data | undefined): Data | undefined {
  const drawn = useDeferredValue(data);
  return drawn === undefined ? undefined : data;
}
