import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useViewer } from '../auth/session';
import type { SavedViewsQuery } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import type { View } from '../ui/filters';
import { undoable } from '../ui/notify';
import { DeleteSavedView, OrderSavedViews, SavedViews, SaveView, UpdateSavedView } from './saved-view.operations';
import { useBroughtOver } from './use-brought-over';
import { patched } from './use-url-state';

export type KeptView = SavedViewsQuery['savedViews'][number];
/** Where a view may go among its neighbours. */
export type Step = -1 | 1;
type ListView = View & { kept?: KeptView; steps?: Step[] };

/** Which rows a screen shows: everything in its address but where one is in it. */
const viewOf = (search: string) => patched(search, { tab: null, after: null });

const readAgain = { refetchQueries: ['SavedViews'], awaitRefetchQueries: true };

/** The screen's own views, those the team shares, then this person's; and what may be done with them. */
export function useSavedViews(list: string, given: readonly View[]) {
  const { t } = useTranslation('frame');
  const { permissions } = useViewer();
  const { search } = useLocation();
  const keeps = permissions.includes('savedView.keep');
  const { data } = useQuery(SavedViews, { skip: !keeps });
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const creating = useSubmit(SaveView, { fields: ['name'] });
  const updating = useSubmit(UpdateSavedView, { fields: ['name'] });
  const ordering = useSubmit(OrderSavedViews, { fields: [] });
  const deleting = useSubmit(DeleteSavedView, { fields: [] });
  useBroughtOver(list, data?.savedViews);

  const current = viewOf(search);
  const kept = (data?.savedViews ?? []).filter((view) => view.list === list && !gone.has(view.id));
  const group = (view: KeptView) => kept.filter(({ shared }) => shared === view.shared);
  const views: ListView[] = [
    ...given,
    ...kept.map((view) => ({
      id: view.id,
      label: view.name,
      search: view.query,
      shared: view.shared,
      kept: view,
      steps: ([-1, 1] as const).filter((step) => group(view)[group(view).indexOf(view) + step]),
    })),
  ].map((view) => ({ ...view, current: viewOf(view.search) === current }));

  return {
    views,
    /** What is shown is a view already, or there is nobody to keep it for. */
    known: !keeps || views.some((view) => view.current),
    mayShare: permissions.includes('savedView.share'),
    pending: creating.pending || updating.pending,
    errors: { ...creating.errorsByPath, ...updating.errorsByPath },
    reset: () => {
      creating.reset();
      updating.reset();
    },
    save: async (name: string, shared: boolean) =>
      Boolean(await creating.submit({ input: { list, name, query: current, shared } }, readAgain)),
    rename: async (view: KeptView, name: string, shared: boolean) =>
      Boolean(await updating.submit({ input: { id: view.id, name, shared } }, readAgain)),
    move: (view: KeptView, step: Step) => {
      const ids = group(view).map(({ id }) => id);
      const at = ids.indexOf(view.id);
      ids.splice(at + step, 0, ...ids.splice(at, 1));
      void ordering.submit({ input: { ids } }, readAgain);
    },
    remove: ({ id, name }: KeptView) => {
      const show = () => setGone((all) => new Set([...all].filter((one) => one !== id)));
      setGone((all) => new Set([...all, id]));
      undoable(t('list.viewGone', { name }), () => void deleting.submit({ input: { id } }, readAgain).then(show), show);
    },
  };
}
