import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import { Processor } from './processor.entity.js';

const visible = ({ reach, permissions }: Viewer) =>
  reach === Reach.STAFF && permissions.has('register.read') ? ('all' as const) : ('none' as const);
const update = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('register.edit');

export const processingActivityPolicy = definePolicy(ProcessingActivity, { visible, can: { update } });
export const processorPolicy = definePolicy(Processor, { visible, can: { update } });
