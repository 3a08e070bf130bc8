import type { TestPerson } from './as.js';
import type { startServer } from './server.js';

type Server = Pick<Awaited<ReturnType<typeof startServer>>, 'asSuperuser'>;

export interface Crowd {
  /** A member of three customers, for all of it. */
  client: TestPerson;
  /** Sells to a hundred customers. */
  revendeur: TestPerson;
  /** Has ten missions. */
  prestataire: TestPerson;
  /** Uploaded, wrote and leads all of it. */
  staff: TestPerson;
}

const CUSTOMERS = 5_000;

const idSql = (kind: number, number: string) => `('00000000-0000-7000-800${kind}-' || lpad((${number})::text, 12, '0'))::uuid`;
const idOf = (kind: number) => (number: number) => `00000000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`;

/** The ids of what is made, by its number. Number 1000 is the client's and the reseller's, and the prestataire works there. */
export const [customerOf, projectOf, missionOf] = [idOf(0), idOf(1), idOf(2)];

/**
 * What a house has after some years, made by the database itself: customers, each with a project and its mission, with `each` documents,
 * invoices, payments and orders, and with twice as many activities.
 */
export async function crowd(server: Server, { client, revendeur, prestataire, staff }: Crowd, each = 2): Promise<void> {
  const many = CUSTOMERS * each;
  const customer = idSql(0, `1 + n % ${CUSTOMERS}`);
  const project = idSql(1, `1 + n % ${CUSTOMERS}`);
  const mission = idSql(2, `1 + n % ${CUSTOMERS}`);
  await server.asSuperuser(`
    -- Rows are right by construction; triggers and foreign keys would only make it slower to write them.
    set session_replication_role = replica;
    insert into customer (id, reference, kind, name, created_at, search_text, reseller_id, manager_id)
      select ${idSql(0, 'n')}, 'F-' || n, 'COMPANY', 'Entreprise ' || n, now() - n * interval '1 hour', 'entreprise ' || n,
        case when n % 50 = 0 then '${revendeur.id}'::uuid end, '${staff.id}' from generate_series(1, ${CUSTOMERS}) n;
    insert into "user" (id, name, email) select ${idSql(3, 'n')}, 'Personne ' || n, 'p' || n || '@foule.example' from generate_series(1, 500) n;
    insert into membership (user_id, customer_id, finance, documents, projects, tickets)
      select ${idSql(3, '1 + n % 500')}, ${idSql(0, 'n')}, true, true, true, true from generate_series(1, ${CUSTOMERS}) n;
    insert into membership (user_id, customer_id, finance, documents, projects, tickets)
      select '${client.id}', ${idSql(0, 'n')}, true, true, true, true from generate_series(1000, 3000, 1000) n;
    insert into project (id, reference, customer_id, name, status, manager_id)
      select ${idSql(1, 'n')}, 'FP-' || n, ${idSql(0, 'n')}, 'Chantier ' || n, 'IN_PROGRESS', '${staff.id}' from generate_series(1, ${CUSTOMERS}) n;
    insert into mission (id, reference, customer_id, project_id, prestataire_id, title, status, scheduled_start, scheduled_end)
      select ${idSql(2, 'n')}, 'FM-' || n, ${idSql(0, 'n')}, ${idSql(1, 'n')}, case when n % 500 = 0 then '${prestataire.id}'::uuid
          else ${idSql(3, '1 + n % 100')} end,
        'Pose ' || n, 'IN_PROGRESS', now() + n * interval '1 hour', now() + n * interval '1 hour' from generate_series(1, ${CUSTOMERS}) n;
    insert into document (customer_id, project_id, mission_id, category, visibility, name, mime, size, version_number, version_id, uploaded_by_id,
        created_at, updated_at)
      select ${customer}, ${project}, case when n % 2 = 0 then ${mission} end, 'CONTRACT', 'EVERYONE',
        'Contrat ' || n || '.pdf', 'application/pdf', 1000 + n, 1, uuidv7(), '${staff.id}', now() - n * interval '1 minute', now() - n * interval '1 minute'
      from generate_series(1, ${many}) n;
    insert into invoice (number, status, title, issued_on, due_on, net_cents, vat_cents, total_cents, vat_breakdown, seller, buyer, created_at,
        issued_at, customer_id)
      select 'FB' || n, 'ISSUED', 'Contrat de maintenance ' || n, current_date - n % 700, current_date - n % 700 + 30, 30000, 6000, 36000,
        '[{"rateBp": 2000, "netCents": 30000, "vatCents": 6000}]', '{}', '{}', now() - n * interval '1 second', now(), ${customer}
      from generate_series(1, ${many}) n;
    insert into payment (customer_id, amount_cents, paid_on, method, recorded_by_id, created_at)
      select ${customer}, 100, current_date - n % 700, 'TRANSFER', '${staff.id}', now() - n * interval '1 minute' from generate_series(1, ${many}) n;
    insert into "order" (number, placed_at, status, total_cents, line_count, customer_id)
      select 'FO' || n, now() - n * interval '1 minute', 'CONFIRMED', n, 0, ${customer} from generate_series(1, ${many}) n;
    insert into activity (kind, typed_title, audience, occurred_at, customer_id, author_id, subject_type, subject_id)
      select (array['CALL', 'EMAIL', 'MISSION_ASSIGNED', 'NOTE'])[1 + n % 4], 'Échange ' || n, 'EVERYONE', now() - n * interval '1 minute', ${customer},
        '${staff.id}', 'Mission', ${mission} from generate_series(1, ${2 * many}) n`);
  await server.asSuperuser('vacuum analyze');
}
