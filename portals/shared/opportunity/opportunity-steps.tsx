import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { StageKind } from '../graphql/generated/graphql';
import { dateShort } from '../ui/format';
import { type Step, Steps } from '../ui/steps';

const OpportunitySteps_opportunity = graphql(`
  fragment OpportunitySteps_opportunity on Opportunity {
    id closedAt lostReason stageSince
    stage { id }
    history { id at to { id } }
  }
`);

type Stage = { id: string; name: string; kind: StageKind };
type OpportunityStepsProps = { opportunity: FragmentType<typeof OpportunitySteps_opportunity>; stages: readonly Stage[] };

/** How far it came: the stages it passed with their days, where it stands, what is ahead. Lost replaces won at the end. */
export function OpportunitySteps({ opportunity, stages }: OpportunityStepsProps) {
  const { t } = useTranslation('opportunity');
  const { stage, history, lostReason, closedAt } = readFragment(OpportunitySteps_opportunity, opportunity);
  const end: StageKind = lostReason ? 'LOST' : 'WON';
  const path = stages.filter(({ kind }) => kind === 'OPEN' || kind === end);
  const here = path.findIndex(({ id }) => id === stage.id);
  const reached = (id: string) => history.find(({ to }) => to.id === id)?.at;
  const steps = path.map(({ id, name }, i): Step => {
    const at = reached(id);
    const passed = i < here && (end === 'WON' || at);
    return {
      label: name,
      note: i <= here && at ? dateShort(at) : undefined,
      state: i === here ? (closedAt && end === 'WON' ? 'done' : 'now') : passed ? 'done' : 'next',
    };
  });
  return <Steps label={t('steps')} steps={steps} />;
}
