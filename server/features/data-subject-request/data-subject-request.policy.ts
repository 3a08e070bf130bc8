import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { DataSubjectRequest, DataSubjectRequestStatus, DataSubjectRight } from './data-subject-request.entity.js';

const { RECEIVED, IDENTIFIED } = DataSubjectRequestStatus;
const { ACCESS, PORTABILITY } = DataSubjectRight;

const isOpen = ({ status }: DataSubjectRequest) => status === RECEIVED || status === IDENTIFIED;
const handles = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('dataSubjectRequest.handle');

/** Ours all, as they are a register; whoever asked sees their own, and nobody else of their company does. */
export const dataSubjectRequestPolicy = definePolicy(DataSubjectRequest, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.CLIENT:
        return sql`${row}.user_id = ${viewer.id}`;
      default:
        return 'none';
    }
  },
  can: {
    identify: (viewer, request) => handles(viewer) && request.status === RECEIVED,
    /** Once, and said within the first month. */
    extend: (viewer, request) => handles(viewer) && isOpen(request) && request.extendedOn === null,
    refuse: (viewer, request) => handles(viewer) && isOpen(request),
    complete: (viewer, request) => handles(viewer) && request.status === IDENTIFIED,
    /** What was granted holds until somebody says why it does no more. */
    liftRestriction: (viewer, { status, right, liftedAt }) =>
      handles(viewer) &&
      status === DataSubjectRequestStatus.COMPLETED &&
      right === DataSubjectRight.RESTRICTION &&
      liftedAt === null,
    /** A copy of their data, for a right that gives one. */
    prepareArchive: (viewer, { status, right, customerId }) =>
      handles(viewer) && status === IDENTIFIED && customerId !== null && (right === ACCESS || right === PORTABILITY),
    withdraw: (viewer, request) =>
      isOpen(request) && viewer.permissions.has('dataSubjectRequest.create') && (request.userId === viewer.id || handles(viewer)),
  },
});
