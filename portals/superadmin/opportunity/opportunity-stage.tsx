import type { StageKind } from '../../shared/graphql/generated/graphql';
import { Status, type Tone } from '../../shared/ui/status';

const tones: Record<StageKind, Tone> = { OPEN: 'blue', WON: 'green', LOST: 'gray' };

/** Stages have their names from the server. */
export function OpportunityStage({ stage, quiet }: { stage: { name: string; kind: StageKind }; quiet?: boolean }) {
  return (
    <Status quiet={quiet} tone={tones[stage.kind]}>
      {stage.name}
    </Status>
  );
}
