import type { MissionStatus, ProjectStatus } from '../../shared/graphql/generated/graphql';
import type { Tone } from '../../shared/ui/status';

export const projectTones: Record<ProjectStatus, Tone> = {
  DRAFT: 'gray',
  PLANNED: 'violet',
  IN_PROGRESS: 'blue',
  ON_HOLD: 'yellow',
  DONE: 'green',
  CANCELLED: 'gray',
};

export const missionTones: Record<MissionStatus, Tone> = {
  DRAFT: 'gray',
  OPEN: 'violet',
  ASSIGNED: 'violet',
  IN_PROGRESS: 'blue',
  DELIVERED: 'teal',
  APPROVED: 'green',
  CANCELLED: 'gray',
};
