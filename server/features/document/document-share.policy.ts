import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Document } from './document.entity.js';
import { DocumentShare } from './document-share.entity.js';

/** Our own people see every link, others those they made of what they still see. */
export const documentSharePolicy = definePolicy(DocumentShare, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.CLIENT:
      case Reach.REVENDEUR:
        return sql`${row}.created_by_id = ${viewer.id} and ${visibleById(viewer, Document, sql`${row}.document_id`)}`;
      default:
        return 'none';
    }
  },
  can: {
    revoke: (viewer, { revokedAt }) => viewer.permissions.has('document.share') && revokedAt === null,
  },
});
