import { exportRunPolicy } from './export.policy.js';
import { ExportResolver } from './export.resolver.js';
import { ExportRun } from './export-run.entity.js';

/** Its place is in the one list of features. */
export const exportFeature = { name: 'export', entities: [ExportRun], policies: [exportRunPolicy], resolvers: [ExportResolver] };
