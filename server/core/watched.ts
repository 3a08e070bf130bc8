import { Extensions } from 'type-graphql';
import type { Viewer } from './context.js';

/** A field whose being asked for is a reading worth an audit entry. */
export interface Watch {
  /** Such as `customer.read`. */
  action: string;
  /** Whose eyes count. */
  by(viewer: Viewer): boolean;
}

/**
 * Leaves an audit entry when somebody reads this: a root field that answers one object by its id, or a field of such an object.
 * It is noted when the answer leaves, however the answer was made, and costs the reader no statement.
 */
export const Watched = (action: string, by: Watch['by']) => Extensions({ watched: { action, by } satisfies Watch });

export const watchOf = (field: { extensions: Readonly<Record<string, unknown>> }) =>
  field.extensions.watched as Watch | undefined;
