import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Mission, MissionStatus } from './mission.entity.js';
import { isAssignable, isEditable, nextStatuses } from './mission.rules.js';
import { isAssignedTo } from './mission.scope.js';
import { ApplicationStatus, MissionApplication } from './mission-application.entity.js';
import { MissionStep } from './mission-step.entity.js';

const isOurs = (viewer: Viewer, permission: string) => viewer.reach === Reach.STAFF && viewer.permissions.has(permission);

export const missionPolicy = definePolicy(Mission, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.PRESTATAIRE:
        return sql`${row}.prestataire_id = ${viewer.id} or ${row}.status = 'OPEN'`;
      case Reach.CLIENT:
        return sql`${row}.status <> 'DRAFT' and ${isMemberFor(viewer, sql`${row}.customer_id`, 'projects')}`;
      default:
        return 'none';
    }
  },
  can: {
    update: (viewer, mission) => isOurs(viewer, 'mission.update') && isEditable(mission.status),
    changeStatus: (viewer, mission) => nextStatuses(viewer, mission).length > 0,
    assign: (viewer, mission) => isOurs(viewer, 'mission.assign') && isAssignable(mission.status),
    decideApplications: (viewer) => isOurs(viewer, 'mission.assign'),
    apply: (viewer, mission) =>
      viewer.reach === Reach.PRESTATAIRE && viewer.permissions.has('mission.apply') && mission.status === MissionStatus.OPEN,
    uploadDocument: (viewer, mission) =>
      viewer.permissions.has('document.upload') && (viewer.reach === Reach.STAFF || mission.prestataireId === viewer.id),
  },
});

export const missionApplicationPolicy = definePolicy(MissionApplication, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.PRESTATAIRE:
        return sql`${row}.prestataire_id = ${viewer.id}`;
      default:
        return 'none';
    }
  },
  can: {
    decide: (viewer, application) => isOurs(viewer, 'mission.assign') && application.status === ApplicationStatus.PENDING,
  },
});

/** What we and the prestataire say to each other is not the client's. */
export const missionStepPolicy = definePolicy(MissionStep, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.PRESTATAIRE:
        return isAssignedTo(viewer, sql`${row}.mission_id`);
      default:
        return 'none';
    }
  },
  can: {},
});
