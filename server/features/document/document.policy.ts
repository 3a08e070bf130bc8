import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMember, isMemberFor } from '../membership/membership.scope.js';
import { isAssignedTo, worksForCustomer, worksOnProject } from '../mission/mission.scope.js';
import { Reach } from '../user/role.entity.js';
import { Document } from './document.entity.js';
import { DocumentVersion } from './document-version.entity.js';

/** Whoever has no more to do with the customer doesn't see what they once uploaded either. */
export const documentPolicy = definePolicy(Document, {
  visible: (viewer, row) => {
    const mine = sql`${row}.uploaded_by_id = ${viewer.id}`;
    const customer = sql`${row}.customer_id`;
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.CLIENT:
        return sql`${isMember(viewer, customer)}
          and (${mine} or ${row}.visibility in ('CLIENT', 'EVERYONE') and ${isMemberFor(viewer, customer, 'documents')})`;
      case Reach.REVENDEUR:
        return sql`(${mine} or ${row}.visibility in ('CLIENT', 'EVERYONE')) and ${visibleById(viewer, Customer, customer)}`;
      case Reach.PRESTATAIRE:
        return sql`${mine} and ${worksForCustomer(viewer, customer)}
          or ${row}.visibility in ('PRESTATAIRE', 'EVERYONE')
            and (${isAssignedTo(viewer, sql`${row}.mission_id`)}
              or ${row}.mission_id is null and ${worksOnProject(viewer, sql`${row}.project_id`)})`;
      default:
        return 'none';
    }
  },
  can: {
    update: (viewer, document) => viewer.permissions.has('document.upload') && isTheirs(viewer, document),
    /** Whoever may give the file away anyway; a prestataire has it for their work. */
    share: (viewer) => viewer.permissions.has('document.share') && viewer.reach !== Reach.PRESTATAIRE,
    delete: (viewer, document) => viewer.permissions.has('document.delete') && isTheirs(viewer, document),
  },
});

/** Our own people change any document, others what they uploaded. */
const isTheirs = (viewer: Viewer, { uploadedById }: Document): boolean =>
  viewer.reach === Reach.STAFF || uploadedById === viewer.id;

export const documentVersionPolicy = definePolicy(DocumentVersion, {
  visible: (viewer, row) => visibleById(viewer, Document, sql`${row}.document_id`),
  can: {},
});
