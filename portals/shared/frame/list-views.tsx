import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type View, Views } from '../ui/filters';
import { type KeptView, type Step, useSavedViews } from './use-saved-views';

const ViewDialog = lazy(() => import('./view-dialog'));

/** The views of a list: its own, the team's, and those this person kept; and the way to keep what is shown now. */
export function ListViews({ list, given }: { list: string; given: readonly View[] }) {
  const { t } = useTranslation('frame');
  const saved = useSavedViews(list, given);
  const [asking, setAsking] = useState<{ view?: KeptView } | null>(null);
  const close = () => {
    saved.reset();
    setAsking(null);
  };
  const view = asking?.view;
  return (
    <>
      <Views
        views={saved.views.map(({ kept, steps = [], ...shown }) => ({
          ...shown,
          menu: shown.current && kept?.viewerCan.update && (
            <ViewMenu
              view={kept}
              steps={steps}
              rename={() => setAsking({ view: kept })}
              move={(step) => saved.move(kept, step)}
              remove={() => saved.remove(kept)}
            />
          ),
        }))}
        save={saved.known ? undefined : () => setAsking({})}
      />
      {asking && (
        <Suspense>
          <ViewDialog
            title={t(view ? 'list.renameView' : 'list.saveView')}
            view={view}
            mayShare={saved.mayShare}
            pending={saved.pending}
            error={saved.errors.name}
            save={async (name, shared) => {
              const done = view ? await saved.rename(view, name, shared) : await saved.save(name, shared);
              if (done) close();
            }}
            close={close}
          />
        </Suspense>
      )}
    </>
  );
}

type ViewMenuProps = {
  view: KeptView;
  steps: readonly Step[];
  rename: () => void;
  move: (step: Step) => void;
  remove: () => void;
};

function ViewMenu({ view, steps, rename, move, remove }: ViewMenuProps) {
  const { t } = useTranslation('frame');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('list.viewMenu', { name: view.name })}>
          <IconDots size={14} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} stroke={1.6} />} onClick={rename}>
          {t('list.renameView')}
        </Menu.Item>
        {steps.includes(-1) && (
          <Menu.Item leftSection={<IconArrowLeft size={15} stroke={1.6} />} onClick={() => move(-1)}>
            {t('list.viewLeft')}
          </Menu.Item>
        )}
        {steps.includes(1) && (
          <Menu.Item leftSection={<IconArrowRight size={15} stroke={1.6} />} onClick={() => move(1)}>
            {t('list.viewRight')}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={15} stroke={1.6} />} onClick={remove}>
          {t('list.removeView')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
