import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { type Mission, MissionStatus } from './mission.entity.js';

const { DRAFT, OPEN, ASSIGNED, IN_PROGRESS, DELIVERED, APPROVED, CANCELLED } = MissionStatus;

interface Transition {
  from: readonly MissionStatus[];
  to: MissionStatus;
  permission: string;
}

/** What our own people may do. ASSIGNED is reached by naming somebody, so it isn't here. */
const ours: readonly Transition[] = [
  { from: [DRAFT], to: OPEN, permission: 'mission.update' },
  { from: [OPEN], to: DRAFT, permission: 'mission.update' },
  { from: [ASSIGNED], to: OPEN, permission: 'mission.assign' },
  { from: [DELIVERED], to: IN_PROGRESS, permission: 'mission.update' },
  { from: [DELIVERED], to: APPROVED, permission: 'mission.update' },
  { from: [DRAFT, OPEN, ASSIGNED, IN_PROGRESS, DELIVERED], to: CANCELLED, permission: 'mission.update' },
];

/** What whoever does the mission may do. */
const theirs: readonly Transition[] = [
  { from: [ASSIGNED], to: IN_PROGRESS, permission: 'mission.advance' },
  { from: [IN_PROGRESS], to: DELIVERED, permission: 'mission.advance' },
];

function transitionsOf(viewer: Viewer, mission: Mission): readonly Transition[] {
  if (viewer.reach === Reach.STAFF) return ours;
  return viewer.reach === Reach.PRESTATAIRE && mission.prestataireId === viewer.id ? theirs : [];
}

/** What this person may change the mission's status to now. */
export const nextStatuses = (viewer: Viewer, mission: Mission): MissionStatus[] =>
  transitionsOf(viewer, mission)
    .filter(({ from, permission }) => from.includes(mission.status) && viewer.permissions.has(permission))
    .map(({ to }) => to);

/** Somebody may, even if not this person. */
export const isTransition = (before: MissionStatus, after: MissionStatus): boolean =>
  [...ours, ...theirs].some(({ from, to }) => from.includes(before) && to === after);

export const isAssignable = (status: MissionStatus): boolean => [DRAFT, OPEN, ASSIGNED].includes(status);

/** What is agreed isn't rewritten once the work is judged. */
export const isEditable = (status: MissionStatus): boolean => status !== APPROVED && status !== CANCELLED;
