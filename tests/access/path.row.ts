import type { Org } from './organisation.world.js';
import { seen, type TypeName } from './seen.table.js';

export interface Path {
  type: TypeName;
  title: string;
  /** The fields of the query for one organisation, without aliases. */
  ask: (org: Org) => string[];
  /** The object it begins at: whoever does not see that gets nowhere. */
  from: string | null;
  /** What hangs there; everything of the type unless said. */
  shows: readonly string[];
  /** Who has the permission; everybody unless said. */
  only: string;
  /** Whom it is for, where others find something else there. */
  whose: string;
  /** The same for both organisations. */
  once: boolean;
}

interface Options {
  shows?: string;
  only?: string;
}

const namesOf = (type: TypeName, shows?: string): string[] =>
  shows?.split(' ') ?? [...new Set(seen[type].all.map((name) => name.slice(2)))];

export const root = (type: TypeName, field: string, { shows, only = 'everyone' }: Options = {}): Path => ({
  type,
  title: field,
  ask: () => [field],
  from: null,
  shows: namesOf(type, shows),
  only,
  whose: 'everyone',
  once: true,
});

/** From an object, such as `customer`, whose query by id is `customer` too unless said, and which is asked for by its own id unless `at` another's. */
export const nested = (
  type: TypeName,
  from: string,
  below: string,
  { by = from, at = from, shows, only = 'everyone' }: Options & { by?: string; at?: string } = {},
): Path => ({
  type,
  title: `${from} > ${below}`,
  ask: (org) => [`${by}(id: "${org[at]}") { ${below} }`],
  from,
  shows: namesOf(type, shows),
  only,
  whose: 'everyone',
  once: false,
});

export const byId = (type: TypeName, only = 'everyone'): Path[] =>
  [type, 'node'].map((field) => ({
    type,
    title: `${field}(id)`,
    ask: (org) => namesOf(type).flatMap((name) => (org[name] ? [`${field}(id: "${org[name]}") { id }`] : [])),
    from: null,
    shows: namesOf(type),
    only,
    whose: 'everyone',
    once: false,
  }));

export const page = '(first: 100) { totalCount nodes { id } }';
export const filtered = (filter: string) => `(first: 100, filter: { ${filter} }) { totalCount nodes { id } }`;
export const ofCustomer = (type: TypeName, field: string, shows?: string): Path => ({
  ...root(type, '', { shows }),
  title: `${field}(filter: customerId)`,
  ask: (org) => [`${field}${filtered(`customerId: "${org.customer}"`)}`],
  once: false,
});
