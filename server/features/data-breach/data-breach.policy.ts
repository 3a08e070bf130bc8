import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { BreachRisk, DataBreach } from './data-breach.entity.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

const manages = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('breach.manage');
const isOpen = ({ closedAt }: DataBreach) => closedAt === null;

export const dataBreachPolicy = definePolicy(DataBreach, {
  visible: ({ reach, permissions }) => (reach === Reach.STAFF && permissions.has('register.read') ? 'all' : 'none'),
  can: {
    update: (viewer, breach) => manages(viewer) && isOpen(breach),
    /** What was told may be put right while it is open. Without a risk there is nothing to tell. */
    notify: (viewer, breach) => manages(viewer) && isOpen(breach) && breach.risk !== BreachRisk.NONE,
    tellPeople: (viewer, breach) => manages(viewer) && isOpen(breach) && breach.risk !== BreachRisk.NONE,
    /** After it was closed too: what comes out later belongs to it. */
    addEntry: (viewer) => manages(viewer),
    close: (viewer, breach) => manages(viewer) && isOpen(breach),
  },
});

export const dataBreachEntryPolicy = definePolicy(DataBreachEntry, {
  visible: (viewer, row) => visibleById(viewer, DataBreach, sql`${row}.breach_id`),
  can: {},
});
