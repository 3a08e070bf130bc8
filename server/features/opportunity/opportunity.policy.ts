import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Opportunity } from './opportunity.entity.js';
import { OpportunityChange } from './opportunity-change.entity.js';
import { OpportunityNote } from './opportunity-note.entity.js';
import { PipelineStage } from './pipeline-stage.entity.js';

export const opportunityPolicy = definePolicy(Opportunity, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.owner_id = ${viewer.id}`;
      default:
        return 'none';
    }
  },
  can: {
    update: (viewer) => viewer.permissions.has('opportunity.update'),
    changeStage: (viewer) => viewer.permissions.has('opportunity.update'),
    addNote: (viewer) => viewer.permissions.has('opportunity.update'),
    delete: (viewer) => viewer.permissions.has('opportunity.delete'),
  },
});

export const opportunityChangePolicy = definePolicy(OpportunityChange, {
  visible: (viewer, row) => visibleById(viewer, Opportunity, sql`${row}.opportunity_id`),
  can: {},
});

export const opportunityNotePolicy = definePolicy(OpportunityNote, {
  visible: (viewer, row) => visibleById(viewer, Opportunity, sql`${row}.opportunity_id`),
  can: {},
});

export const pipelineStagePolicy = definePolicy(PipelineStage, {
  visible: (viewer) => (viewer.reach === Reach.STAFF || viewer.reach === Reach.REVENDEUR ? 'all' : 'none'),
  can: {},
});
