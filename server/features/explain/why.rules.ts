import type { Viewer } from '../../core/context.js';
import type { Sql } from '../../core/sql.js';
import type { Entity } from '../../core/table.js';
import type { Reach } from '../user/role.entity.js';

/** A condition of a policy, in words, with the condition itself: it is asked of the row by itself. */
export interface Reason {
  fr: string;
  en: string;
  /** Of the person alone. */
  who?(viewer: Viewer): boolean;
  /** Of the person and the row. */
  row?(viewer: Viewer, row: Sql): Sql;
  /** Another row is visible: its type, and the column that points to it. */
  follows?: { entity: Entity; by: string };
  /** All of these. */
  every?: readonly Reason[];
  /** At least one of these. */
  some?: readonly Reason[];
}

/** The rule of a type for each reach. A reach that is not named sees nothing of it. */
export type Why = Partial<Record<Reach, Reason>>;

const whys = new Map<Entity, Why>();

/** Words never decide: what they say is held against the policy by a test, for every row of every type. */
export const explain = (entity: Entity, why: Why): void => void whys.set(entity, why);

export const whyOf = (entity: Entity): Why | undefined => whys.get(entity);

export const always = (fr: string, en: string): Reason => ({ fr, en, who: () => true });
export const who = (fr: string, en: string, holds: (viewer: Viewer) => boolean): Reason => ({ fr, en, who: holds });
export const row = (fr: string, en: string, holds: (viewer: Viewer, row: Sql) => Sql): Reason => ({ fr, en, row: holds });
export const every = (fr: string, en: string, ...reasons: Reason[]): Reason => ({ fr, en, every: reasons });
export const some = (fr: string, en: string, ...reasons: Reason[]): Reason => ({ fr, en, some: reasons });
export const follows = (fr: string, en: string, entity: Entity, by: string): Reason => ({ fr, en, follows: { entity, by } });
export const permitted = (permission: string): Reason =>
  who(`Son rôle a le droit ${permission}`, `Their role has the permission ${permission}`, ({ permissions }) =>
    permissions.has(permission),
  );

export const staffSeesAll = always('L’équipe voit toutes les fiches de ce type', 'The team sees every record of this type');
