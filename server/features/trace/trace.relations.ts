import { valueBy } from '../../core/relation.js';
import { join, literal, type Sql, sql } from '../../core/sql.js';
import { User } from '../user/user.entity.js';
import { type Trace, TraceKind } from './trace.entity.js';

/** Whoever may delete an account sees every row of these: our own people do. */
const counted: Record<TraceKind, (user: Sql) => Sql> = {
  [TraceKind.CUSTOMERS]: (user) => sql`from customer where ${user} in (manager_id, reseller_id)`,
  [TraceKind.PROJECTS]: (user) => sql`from project where manager_id = ${user}`,
  [TraceKind.MISSIONS]: (user) => sql`from mission where prestataire_id = ${user}`,
  [TraceKind.OPPORTUNITIES]: (user) => sql`from opportunity where owner_id = ${user}`,
  [TraceKind.DOCUMENTS]: (user) => sql`from document where uploaded_by_id = ${user}`,
  [TraceKind.PAYMENTS]: (user) => sql`from payment where recorded_by_id = ${user}`,
  [TraceKind.WORDS]: (user) =>
    sql`from (select author_id from project_comment union all select author_id from opportunity_note) said where author_id = ${user}`,
  [TraceKind.ENTRIES]: (user) => sql`from audit_entry where actor_id = ${user}`,
  [TraceKind.MEMBERSHIPS]: (user) => sql`from membership where user_id = ${user}`,
};

export const tracesByUser = valueBy(
  User,
  (key) => {
    const each = Object.entries(counted).map(
      ([kind, of]) => sql`json_object('kind': ${literal(kind)}, 'count': (select count(*) ${of(key)}))`,
    );
    return sql`json_array(${join(each, ', ')})`;
  },
  (json) => (json as Trace[]).filter(({ count }) => count > 0),
);
