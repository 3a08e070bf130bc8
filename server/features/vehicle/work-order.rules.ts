import { WorkOrderStatus } from './work-order.entity.js';

const { PLANNED, IN_PROGRESS, DONE, CANCELLED } = WorkOrderStatus;

const next: Record<WorkOrderStatus, readonly WorkOrderStatus[]> = {
  PLANNED: [IN_PROGRESS, CANCELLED],
  IN_PROGRESS: [DONE, PLANNED, CANCELLED],
  DONE: [],
  CANCELLED: [PLANNED],
};

export const leadsTo = (before: WorkOrderStatus, after: WorkOrderStatus): boolean => next[before].includes(after);

/** What is done or given up isn't rewritten. */
export const isOpen = (status: WorkOrderStatus): boolean => status === PLANNED || status === IN_PROGRESS;
