import type { MissionStatus } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

export const missionTones: Record<MissionStatus, Tone> = {
  DRAFT: 'gray',
  OPEN: 'orange',
  ASSIGNED: 'violet',
  IN_PROGRESS: 'teal',
  DELIVERED: 'blue',
  APPROVED: 'green',
  CANCELLED: 'gray',
};

/** The statuses a mission of one's own goes through, in their order. */
export const path = ['ASSIGNED', 'IN_PROGRESS', 'DELIVERED', 'APPROVED'] as const satisfies readonly MissionStatus[];

type Moved = { from: MissionStatus; to: MissionStatus; note?: string | null; at: string };

/** The step that sent a delivered mission back, while it is the last word. */
export function sentBack<Step extends Moved>(steps: readonly Step[]): Step | undefined {
  const last = steps.at(-1);
  return last?.from === 'DELIVERED' && last.to === 'IN_PROGRESS' ? last : undefined;
}
