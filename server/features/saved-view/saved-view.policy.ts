import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { SavedView } from './saved-view.entity.js';

/** One's own, and what the team shares is looked after by who may share. */
const keeps = (viewer: Viewer, view: SavedView) =>
  view.shared ? viewer.permissions.has('savedView.share') : view.ownerId === viewer.id;

export const savedViewPolicy = definePolicy(SavedView, {
  visible: ({ id, reach }, row) => {
    const own = sql`${row}.owner_id = ${id} and ${row}.reach = ${reach}`;
    switch (reach) {
      case Reach.STAFF:
        return sql`${row}.shared or ${own}`;
      case Reach.CLIENT:
      case Reach.PRESTATAIRE:
      case Reach.REVENDEUR:
        return own;
      default:
        return 'none';
    }
  },
  can: { update: keeps, delete: keeps },
});
