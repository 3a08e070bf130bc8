import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { ProjectStatus } from './project.entity.js';

interface Transition {
  from: readonly ProjectStatus[];
  to: ProjectStatus;
  permission: string;
}

const { DRAFT, PLANNED, IN_PROGRESS, ON_HOLD, DONE, CANCELLED } = ProjectStatus;

/** From which status to which, and the permission it takes. What isn't here can't be done. */
const transitions: readonly Transition[] = [
  { from: [DRAFT], to: PLANNED, permission: 'project.update' },
  { from: [PLANNED], to: DRAFT, permission: 'project.update' },
  { from: [DRAFT, PLANNED, ON_HOLD], to: IN_PROGRESS, permission: 'project.update' },
  { from: [IN_PROGRESS], to: ON_HOLD, permission: 'project.update' },
  { from: [IN_PROGRESS], to: DONE, permission: 'project.update' },
  { from: [DRAFT, PLANNED, IN_PROGRESS, ON_HOLD], to: CANCELLED, permission: 'project.update' },
  { from: [DONE], to: IN_PROGRESS, permission: 'project.reopen' },
  { from: [CANCELLED], to: PLANNED, permission: 'project.reopen' },
];

/** What this person may change a project of this status to; our own people lead projects, nobody else. */
export const nextStatuses = (viewer: Viewer, status: ProjectStatus): ProjectStatus[] =>
  viewer.reach === Reach.STAFF
    ? transitions
        .filter(({ from, permission }) => from.includes(status) && viewer.permissions.has(permission))
        .map(({ to }) => to)
    : [];

/** Somebody may, even if not this person. */
export const isTransition = (before: ProjectStatus, after: ProjectStatus): boolean =>
  transitions.some(({ from, to }) => from.includes(before) && to === after);

export const isOpen = (status: ProjectStatus): boolean => status !== DONE && status !== CANCELLED;
