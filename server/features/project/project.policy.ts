import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { worksOnProject } from '../mission/mission.scope.js';
import { Reach } from '../user/role.entity.js';
import { Milestone } from './milestone.entity.js';
import { Project } from './project.entity.js';
import { isOpen, nextStatuses } from './project.rules.js';
import { ProjectComment } from './project-comment.entity.js';

const leads = (viewer: { reach: string; permissions: ReadonlySet<string> }) =>
  viewer.reach === Reach.STAFF && viewer.permissions.has('project.update');

/** A draft is shared with nobody outside, but with those who already work on it. */
export const projectPolicy = definePolicy(Project, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.status <> 'DRAFT' and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`;
      case Reach.CLIENT:
        return sql`${row}.status <> 'DRAFT' and ${isMemberFor(viewer, sql`${row}.customer_id`, 'projects')}`;
      case Reach.PRESTATAIRE:
        return worksOnProject(viewer, sql`${row}.id`);
      default:
        return 'none';
    }
  },
  can: {
    update: (viewer) => leads(viewer),
    changeStatus: (viewer, project) => nextStatuses(viewer, project.status).length > 0,
    addMilestone: (viewer, project) => leads(viewer) && isOpen(project.status),
    comment: (viewer) => viewer.permissions.has('project.comment'),
    commentForTeam: (viewer) => viewer.reach === Reach.STAFF && viewer.permissions.has('project.comment'),
    createMission: (viewer, project) => viewer.permissions.has('mission.create') && isOpen(project.status),
    uploadDocument: (viewer) => viewer.permissions.has('document.upload') && viewer.reach !== Reach.REVENDEUR,
  },
});

export const milestonePolicy = definePolicy(Milestone, {
  visible: (viewer, row) => visibleById(viewer, Project, sql`${row}.project_id`),
  can: {
    complete: (viewer, milestone) => leads(viewer) && milestone.doneAt === null,
    reopen: (viewer, milestone) => leads(viewer) && milestone.doneAt !== null,
  },
});

export const projectCommentPolicy = definePolicy(ProjectComment, {
  visible: (viewer, row) => {
    const ofProject = visibleById(viewer, Project, sql`${row}.project_id`);
    const isTeam = viewer.reach === Reach.STAFF || viewer.reach === Reach.REVENDEUR;
    return isTeam ? ofProject : sql`${row}.audience = 'EVERYONE' and ${ofProject}`;
  },
  can: {},
});
