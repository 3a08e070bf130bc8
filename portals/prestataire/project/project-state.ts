import type { ProjectStatus } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

export const projectTones: Record<ProjectStatus, Tone> = {
  DRAFT: 'gray',
  PLANNED: 'violet',
  IN_PROGRESS: 'blue',
  ON_HOLD: 'yellow',
  DONE: 'green',
  CANCELLED: 'gray',
};

/** What a prestataire meets: a draft is shown only to who already works on it. */
export const projectStatuses = [
  'PLANNED',
  'IN_PROGRESS',
  'ON_HOLD',
  'DONE',
  'CANCELLED',
] as const satisfies readonly ProjectStatus[];
