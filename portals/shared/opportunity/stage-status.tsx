import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { StageKind } from '../graphql/generated/graphql';
import { Status, type Tone } from '../ui/status';

const StageStatus_stage = graphql(`
  fragment StageStatus_stage on PipelineStage { id name kind }
`);

const tones: Record<StageKind, Tone> = { OPEN: 'blue', WON: 'green', LOST: 'gray' };

/** Where an opportunity stands, by its stage’s name. */
export function StageStatus(props: { stage: FragmentType<typeof StageStatus_stage>; quiet?: boolean }) {
  const { name, kind } = readFragment(StageStatus_stage, props.stage);
  return (
    <Status quiet={props.quiet} tone={tones[kind]}>
      {name}
    </Status>
  );
}
