import { useLocalStorage } from '@mantine/hooks';
import { useLocation } from 'react-router';
import { useViewer } from '../auth/session';
import type { View } from '../ui/filters';
import { patched } from './use-url-state';

type Saved = { label: string; search: string };

/** Which rows a screen shows: everything in its address but where one is in it. */
const viewOf = (search: string) => patched(search, { tab: null, after: null });

/** The screen's own views, then those this person kept on this device. */
export function useSavedViews(list: string, given: readonly View[]) {
  const { id } = useViewer();
  const { search } = useLocation();
  const [saved, setSaved] = useLocalStorage<Saved[]>({ key: `prisme.views.${id}.${list}`, defaultValue: [] });
  const current = viewOf(search);
  const own: View[] = saved.map((view) => ({
    ...view,
    remove: () => setSaved((all) => all.filter((one) => one.label !== view.label)),
  }));
  const views = [...given, ...own].map((view) => ({ ...view, current: viewOf(view.search) === current }));
  const save = (label: string) => setSaved((all) => [...all.filter((one) => one.label !== label), { label, search: current }]);
  return { views, save, known: views.some((view) => view.current) };
}
