import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { IconTrophy } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { StageKind } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { moneyRound } from '../ui/format';

const LostReason = lazy(() => import('./lost-reason'));

const ChangeOpportunityStage = graphql(`
  mutation ChangeOpportunityStage($input: ChangeOpportunityStageInput!) {
    changeOpportunityStage(input: $input) {
      opportunity { id version stageSince updatedAt closedAt lostReason stage { id } }
      userErrors { path code message }
    }
  }
`);

/** What has to be known of a deal to move it. */
export type Movable = {
  id: string;
  title: string;
  amountCents: number;
  currency: string;
  version: number;
  stageId: string;
};
export type Target = { id: string; kind: StageKind };

type Asked = { deal: Movable; to: Target; answer: (moved: boolean) => void };

/**
 * Moves a deal along the pipeline: shown at once, put back when it is refused. Losing asks why before; winning is told.
 * The version seen goes along, so that of two people the later one is told. Put `dialog` on the page.
 */
export function useChangeStage(): { change: (deal: Movable, to: Target) => Promise<boolean>; dialog: ReactNode } {
  const { t } = useTranslation(['opportunity', 'ui']);
  const client = useApolloClient();
  const [asked, setAsked] = useState<Asked>();
  const { submit, pending, errorsByPath, reset } = useSubmit(ChangeOpportunityStage, { fields: ['lostReason'] });
  const latest = useRef(submit);
  latest.current = submit;

  const send = useCallback(
    async ({ id, title, amountCents, currency, version }: Movable, to: Target, lostReason: string | null) => {
      const now = new Date().toISOString();
      const answer = {
        __typename: 'ChangeOpportunityStagePayload',
        userErrors: [],
        opportunity: {
          __typename: 'Opportunity',
          id,
          version: version + 1,
          stageSince: now,
          updatedAt: now,
          closedAt: to.kind === 'OPEN' ? null : now,
          lostReason: null,
          stage: { __typename: 'PipelineStage', id: to.id },
        },
      };
      const payload = await latest.current(
        { input: { id, stageId: to.id, version, lostReason } },
        // A reason is looked at by the server first: its dialog is still open, nothing moves below it.
        { optimisticResponse: lostReason === null ? { changeOpportunityStage: answer } : undefined },
      );
      if (payload && to.kind === 'WON')
        notifications.show({
          title: t('won.title'),
          message: t('won.text', { title, amount: moneyRound(amountCents, currency) }),
          color: 'green',
          icon: <IconTrophy size={16} />,
          closeButtonProps: { 'aria-label': t('close', { ns: 'ui' }) },
        });
      return payload !== undefined;
    },
    [t],
  );

  /** Sums, forecasts and histories are the server's; after a refusal so is the rest. */
  const reread = useCallback(() => void client.refetchQueries({ include: 'active' }), [client]);

  const change = useCallback(
    async (deal: Movable, to: Target) => {
      if (deal.stageId === to.id) return false;
      if (to.kind === 'LOST') return new Promise<boolean>((answer) => setAsked({ deal, to, answer }));
      const moved = await send(deal, to, null);
      reread();
      return moved;
    },
    [send, reread],
  );

  const close = (moved: boolean) => {
    asked?.answer(moved);
    setAsked(undefined);
    reset();
  };
  const give = async ({ deal, to }: Asked, reason: string) => {
    const moved = await send(deal, to, reason);
    // Without a reason the dialog goes on asking; any other refusal was told.
    if (!moved && !reason.trim()) return;
    close(moved);
    reread();
  };
  const dialog = asked && (
    <Suspense>
      <LostReason
        title={asked.deal.title}
        error={errorsByPath.lostReason}
        pending={pending}
        give={(reason) => void give(asked, reason)}
        close={() => close(false)}
      />
    </Suspense>
  );
  return { change, dialog };
}
