import type { DataSource } from 'typeorm';

export const CUSTOMERS = 100_000;

/** A customer's id from its number, so that whoever measures knows it without asking. */
export const customerId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const idSql = (number: string) => `('00000000-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

/** 100,000 customers, a contact each, 1,000,000 activities, 500,000 invoices with three lines each: made by the database itself. */
export async function seed(database: DataSource, log: (what: string) => void): Promise<void> {
  const runner = database.createQueryRunner();
  const run = async (what: string, text: string) => {
    const begun = performance.now();
    await runner.query(text);
    log(`${what} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  };
  try {
    // Rows are right by construction; triggers and foreign keys would only make it slower to write them.
    await runner.query('set session_replication_role = replica');
    await run(
      '100k customers',
      `insert into customer (id, reference, kind, name, email, phone, created_at, search_text)
       select ${idSql('n')}, 'C-' || n, 'COMPANY', 'Entreprise ' || n, 'contact' || n || '@client.example', '+3329800' || lpad((n % 10000)::text, 4, '0'),
         now() - n * interval '1 minute', 'entreprise ' || n from generate_series(1, ${CUSTOMERS}) n`,
    );
    await run(
      '100k contacts',
      `insert into contact (customer_id, name, position, email, "primary")
       select ${idSql('n')}, 'Camille ' || n, 'Direction', 'camille' || n || '@client.example', true from generate_series(1, ${CUSTOMERS}) n`,
    );
    await run(
      '1M activities',
      `insert into activity (kind, typed_title, body, audience, occurred_at, customer_id)
       select (array['CALL', 'EMAIL', 'MEETING', 'NOTE'])[1 + n % 4], 'Échange ' || n, 'Parlé du contrat, voir les notes du jour ' || n,
         (array['EVERYONE', 'TEAM'])[1 + n % 2], now() - n * interval '1 second', ${idSql(`1 + n % ${CUSTOMERS}`)}
       from generate_series(1, 1000000) n`,
    );
    await run(
      '500k invoices',
      `insert into invoice (number, status, title, issued_on, due_on, net_cents, vat_cents, total_cents, vat_breakdown, seller, buyer,
         created_at, issued_at, customer_id)
       select 'B' || n, 'ISSUED', 'Maintenance ' || n, current_date - n % 700, current_date - n % 700 + 30, 30000, 6000, 36000,
         '[{"rateBp": 2000, "netCents": 30000, "vatCents": 6000}]', '{}', '{}', now() - n * interval '1 second', now(),
         ${idSql(`1 + n % ${CUSTOMERS}`)}
       from generate_series(1, 500000) n`,
    );
    await run(
      '1.5M lines',
      `insert into invoice_line (invoice_id, position, label, quantity_milli, unit, unit_cents, vat_rate_bp, net_cents)
       select id, p, 'Intervention sur site, partie ' || p, 1000, 'jour', 10000, 2000, 10000 from invoice cross join generate_series(1, 3) p`,
    );
    await runner.query('set session_replication_role = origin');
    await run('statistics', 'vacuum analyze');
  } finally {
    await runner.release();
  }
}
