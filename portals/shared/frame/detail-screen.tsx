import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, type Problem } from '../ui/failure';
import { inSight } from '../ui/in-sight';
import { Page, WithRail } from '../ui/page';
import { RecordSkeleton, RowsSkeleton } from '../ui/skeletons';
import css from './detail-screen.module.css';
import { type Crumb, Crumbs, PagerSlot } from './shell-slots';
import { type Neighbours, useNeighbours } from './trail';
import { useUrlState } from './use-url-state';

/** `panel` is drawn at the tab's first opening: put a `lazy()` component in it, with its own query. */
export type Tab = { key: string; label: string; count?: number; panel: () => ReactNode };

export type RecordHeader = {
  mark?: ReactNode;
  title: string;
  /** A `<Status>`, perhaps one badge: two at most. */
  badges?: ReactNode;
  /** One line of short facts. */
  meta?: ReactNode;
  /** Icon buttons `variant="default"`, then the one filled button. */
  actions?: ReactNode;
};

export type DetailScreenProps = {
  crumbs: readonly Crumb[];
  /** Undefined while it is loading. */
  header?: RecordHeader;
  problem?: Problem;
  retry?: () => void;
  /** The query answered null: unknown, or not for this viewer. */
  missing?: boolean;
  kpis?: ReactNode;
  /** Warnings and next actions, after the figures. */
  alerts?: ReactNode;
  /** `<Steps>` of the record's life. */
  steps?: ReactNode;
  tabs?: readonly Tab[];
  /** In place of tabs. */
  children?: ReactNode;
  rail?: ReactNode;
  /** The rail leads on small screens: paying comes before reading. */
  railFirst?: boolean;
};

export function DetailScreen(props: DetailScreenProps) {
  const { crumbs, header, problem, retry, missing, kpis, alerts, steps, tabs, children, rail, railFirst } = props;
  const neighbours = useNeighbours();
  const crumbItems = <Crumbs items={crumbs} />;
  if (problem && !header)
    return (
      <Page>
        {crumbItems}
        <Failure page problem={problem} retry={retry} />
      </Page>
    );
  if (missing)
    return (
      <Page>
        {crumbItems}
        <Failure page problem={{ code: 'NOT_FOUND' }} />
      </Page>
    );
  if (!header)
    return (
      <>
        {crumbItems}
        <RecordSkeleton />
      </>
    );
  const body = tabs ? <TabSet tabs={tabs} /> : children;
  return (
    <>
      {crumbItems}
      {neighbours && (
        <PagerSlot>
          <Pager {...neighbours} />
        </PagerSlot>
      )}
      <Header {...header} />
      <Page>
        {alerts && <div className={css.alerts}>{alerts}</div>}
        {kpis && <div className={css.kpis}>{kpis}</div>}
        {steps}
        {rail ? (
          <WithRail rail={rail} railFirst={railFirst}>
            {body}
          </WithRail>
        ) : (
          body
        )}
      </Page>
    </>
  );
}

/** Sticky: who it is, in what state, what can be done. Two lines, never three. */
function Header({ mark, title, badges, meta, actions }: RecordHeader) {
  return (
    <div className={css.header}>
      <div className={css.inner}>
        {mark}
        <div className={css.who}>
          <div className={css.line}>
            <h1 className={css.name} dir="auto">
              {title}
            </h1>
            {badges}
          </div>
          {meta && <div className={css.meta}>{meta}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}

function TabSet({ tabs }: { tabs: readonly Tab[] }) {
  const { get, set } = useUrlState();
  const wished = get('tab');
  const first = tabs[0]?.key ?? '';
  const current = tabs.find(({ key }) => key === wished)?.key ?? first;
  return (
    <Tabs value={current} onChange={(key) => set({ tab: key === first ? null : key })} keepMounted={false} className={css.tabs}>
      <div data-scrolls className={css.scroll}>
        <Tabs.List>
          {tabs.map(({ key, label, count }) => (
            <Tabs.Tab
              key={key}
              ref={key === current ? inSight : undefined}
              value={key}
              rightSection={count ? <span className={css.count}>{count}</span> : undefined}
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {tabs.map(({ key, panel }) => (
        <Tabs.Panel key={key} value={key} pt="md">
          <Suspense fallback={<RowsSkeleton rows={4} columns={2} />}>{key === current && panel()}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Pager({ position, count, previous, next }: Neighbours) {
  const { t } = useTranslation('frame');
  return (
    <span className={css.pager}>
      <span className="num">{t('pager.position', { position, count })}</span>
      <Tooltip label={`${t('pager.previous')} (K)`}>
        <ActionIcon size={28} aria-label={t('pager.previous')} onClick={previous} disabled={!previous}>
          <IconChevronUp size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('pager.next')} (J)`}>
        <ActionIcon size={28} aria-label={t('pager.next')} onClick={next} disabled={!next}>
          <IconChevronDown size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
