import type { Viewer } from '../../core/context.js';
import { join, type Sql, sql } from '../../core/sql.js';

/** Each begins at what is the viewer's own, which is little, and ends at the user; the first that is found is enough. */
const anyOf = (ways: readonly Sql[]): Sql =>
  sql`(${join(
    ways.map((way) => sql`exists (select ${way})`),
    ' or ',
  )})`;

/** The user looks after a customer of the member's, or has a hand in something there that the member sees. */
export const dealsWithMember = ({ id }: Viewer, user: Sql): Sql => {
  const mine = sql`from membership mine join customer c on c.id = mine.customer_id`;
  const shown = sql`where mine.user_id = ${id} and mine.projects and p.status <> 'DRAFT'`;
  return anyOf([
    sql`${mine} where mine.user_id = ${id} and c.manager_id = ${user}`,
    sql`${mine} join project p on p.customer_id = c.id ${shown} and p.manager_id = ${user}`,
    sql`${mine} join mission p on p.customer_id = c.id ${shown} and p.prestataire_id = ${user}`,
    sql`${mine} join project p on p.customer_id = c.id join project_comment said on said.project_id = p.id ${shown}
      and said.audience = 'EVERYONE' and said.author_id = ${user}`,
    sql`${mine} join document d on d.customer_id = c.id join document_version v on v.document_id = d.id
      where mine.user_id = ${id} and mine.documents and d.visibility in ('CLIENT', 'EVERYONE') and ${user} in (d.uploaded_by_id, v.uploaded_by_id)`,
    sql`${mine} join payment p on p.customer_id = c.id where mine.user_id = ${id} and mine.finance and p.recorded_by_id = ${user}`,
    sql`${mine} join consent_event e on e.customer_id = c.id where mine.user_id = ${id} and e.actor_id = ${user}`,
    sql`${mine} join activity a on a.customer_id = c.id where mine.user_id = ${id} and a.audience = 'EVERYONE' and a.author_id = ${user}`,
  ]);
};

/** The user looks after a customer they work for, leads or comments a project they work on, or handles their missions. */
export const dealsWithPrestataire = ({ id }: Viewer, user: Sql): Sql => {
  const mine = sql`from mission m`;
  const given = sql`m.prestataire_id = ${id} and m.status <> 'CANCELLED'`;
  return anyOf([
    sql`${mine} join customer c on c.id = m.customer_id where ${given} and c.manager_id = ${user}`,
    sql`${mine} join project p on p.id = m.project_id where ${given} and p.manager_id = ${user}`,
    sql`${mine} join mission_step s on s.mission_id = m.id where ${given} and s.author_id = ${user}`,
    sql`${mine} join project_comment said on said.project_id = m.project_id
      where ${given} and said.audience = 'EVERYONE' and said.author_id = ${user}`,
    sql`${mine} join document d on d.mission_id = m.id or d.mission_id is null and d.project_id = m.project_id
      join document_version v on v.document_id = d.id
      where ${given} and d.visibility in ('PRESTATAIRE', 'EVERYONE') and ${user} in (d.uploaded_by_id, v.uploaded_by_id)`,
    sql`${mine} join activity a on a.subject_id in (m.id, m.project_id) where ${given} and a.audience = 'EVERYONE' and a.author_id = ${user}`,
  ]);
};

/** The user looks after a customer they sell to, or has a hand in something there that they see, or in a sale of theirs. */
export const dealsWithReseller = ({ id }: Viewer, user: Sql): Sql => {
  const mine = sql`from customer c`;
  const theirs = sql`c.reseller_id = ${id}`;
  return anyOf([
    sql`${mine} where ${theirs} and c.manager_id = ${user}`,
    sql`${mine} join project p on p.customer_id = c.id where ${theirs} and p.status <> 'DRAFT' and p.manager_id = ${user}`,
    sql`from opportunity o join opportunity_change s on s.opportunity_id = o.id where o.owner_id = ${id} and s.author_id = ${user}`,
    sql`from opportunity o join opportunity_note s on s.opportunity_id = o.id where o.owner_id = ${id} and s.author_id = ${user}`,
    sql`${mine} join project p on p.customer_id = c.id join project_comment said on said.project_id = p.id
      where ${theirs} and p.status <> 'DRAFT' and said.author_id = ${user}`,
    sql`${mine} join document d on d.customer_id = c.id join document_version v on v.document_id = d.id
      where ${theirs} and d.visibility in ('CLIENT', 'EVERYONE') and ${user} in (d.uploaded_by_id, v.uploaded_by_id)`,
    sql`${mine} join payment p on p.customer_id = c.id where ${theirs} and p.recorded_by_id = ${user}`,
    sql`${mine} join activity a on a.customer_id = c.id where ${theirs} and a.author_id = ${user}`,
  ]);
};
