import { DataArchive } from './data-archive.entity.js';
import { dataArchivePolicy } from './data-archive.policy.js';
import { DataArchiveResolver, RequestArchivesResolver } from './data-archive.resolver.js';

/** Its place is in the one list of features. */
export const dataArchiveFeature = {
  name: 'data-archive',
  entities: [DataArchive],
  policies: [dataArchivePolicy],
  resolvers: [DataArchiveResolver, RequestArchivesResolver],
};
