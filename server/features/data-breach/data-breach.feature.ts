import { DataBreach } from './data-breach.entity.js';
import { dataBreachEntryPolicy, dataBreachPolicy } from './data-breach.policy.js';
import { DataBreachEntryResolver, DataBreachResolver } from './data-breach.resolver.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

/** Its place is in the one list of features. */
export const dataBreachFeature = {
  name: 'data-breach',
  entities: [DataBreach, DataBreachEntry],
  policies: [dataBreachPolicy, dataBreachEntryPolicy],
  resolvers: [DataBreachResolver, DataBreachEntryResolver],
};
