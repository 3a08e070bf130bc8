import { importRefusalPolicy, importRunPolicy } from './import.policy.js';
import { ImportRefusalResolver, ImportResolver } from './import.resolver.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportRun } from './import-run.entity.js';

/** Its place is in the one list of features. */
export const importFeature = {
  name: 'import',
  entities: [ImportRun, ImportRefusal],
  policies: [importRunPolicy, importRefusalPolicy],
  resolvers: [ImportResolver, ImportRefusalResolver],
};
