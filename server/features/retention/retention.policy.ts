import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { RetentionRule } from './retention-rule.entity.js';
import { RetentionRun } from './retention-run.entity.js';

const reads = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('retention.read');

export const retentionRulePolicy = definePolicy(RetentionRule, {
  visible: (viewer) => (reads(viewer) ? 'all' : 'none'),
  can: { update: (viewer) => reads(viewer) && viewer.permissions.has('retention.manage') },
});

export const retentionRunPolicy = definePolicy(RetentionRun, {
  visible: (viewer) => (reads(viewer) ? 'all' : 'none'),
  can: {},
});
