import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMember, isMemberFor } from '../membership/membership.scope.js';
import { isAssignedTo, worksOnProject } from '../mission/mission.scope.js';
import { Reach } from '../user/role.entity.js';
import { Activity } from './activity.entity.js';
import { type ActivityGroup, isWrittenByHand, kindsAmongUs, kindsOf } from './activity.kinds.js';

const isIn = (row: Sql, group: `${ActivityGroup}`) => sql`${row}.kind = any(${kindsOf[group]}::text[])`;

/** A member sees of the timeline what they see of the customer. */
function isSharedWithMember(viewer: Viewer, row: Sql): Sql {
  const customer = sql`${row}.customer_id`;
  return sql`${row}.audience = 'EVERYONE' and ${isMember(viewer, customer)} and case
    when ${isIn(row, 'MONEY')} then ${isMemberFor(viewer, customer, 'finance')}
    when ${isIn(row, 'DOCUMENT')} then ${isMemberFor(viewer, customer, 'documents')}
    when ${isIn(row, 'WORK')} then ${isMemberFor(viewer, customer, 'projects')}
    when ${isIn(row, 'SALES')} then false
    else true end`;
}

/** A prestataire sees how the work they have a part in goes, and nothing else of the customer. */
const isAboutTheirWork = (viewer: Viewer, row: Sql) => sql`${row}.audience = 'EVERYONE' and ${isIn(row, 'WORK')} and (
  (${row}.subject_type = 'Project' and ${worksOnProject(viewer, sql`${row}.subject_id`)})
  or (${row}.subject_type = 'Mission' and ${isAssignedTo(viewer, sql`${row}.subject_id`)}))`;

/** What somebody wrote by hand stays theirs to put right. */
const isTheirs = ({ id, permissions }: Viewer, { kind, authorId }: Activity): boolean =>
  permissions.has('activity.add') && isWrittenByHand(kind) && authorId === id;

export const activityPolicy = definePolicy(Activity, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.kind <> all(${kindsAmongUs}::text[]) and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`;
      case Reach.CLIENT:
        return isSharedWithMember(viewer, row);
      case Reach.PRESTATAIRE:
        return isAboutTheirWork(viewer, row);
      default:
        return 'none';
    }
  },
  can: {
    pin: (viewer) => viewer.reach === Reach.STAFF && viewer.permissions.has('activity.add'),
    update: isTheirs,
    delete: isTheirs,
  },
});
