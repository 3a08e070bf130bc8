import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { askExport, exported, fetched, fileOf } from '../support/export.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer } from '../support/factories/customer.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { order } from '../support/factories/order.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { unzipped } from '../support/zip.js';

let server: TestServer;
let staff: TestPerson;
let theirs: { id: string; reference: string };

const FORMULA = '=HYPERLINK("http://x","y")';

beforeAll(async () => {
  server = await startServer({ jobs: true });
  staff = await person(server, 'staff', 'Nolwenn Le Goff');
  theirs = await customer(
    server,
    {
      name: FORMULA,
      phone: '+33298000000',
      tags: ['vip', 'brest'],
      internalNote: '@note <secrète> & "vraie"',
      managerId: staff.id,
    },
    { street: '1 quai', postalCode: '01000', city: 'Brest' },
    'maelle@test.example',
  );
  const billed = await invoice(server, theirs.id, { issuedOn: '2026-01-15', title: '-2+3', lines: [{ unitCents: 123_456 }] });
  await payment(server, billed.id, staff.id, { amountCents: 10_000, paidOn: '2026-02-01' });
  await order(server, { customerId: theirs.id, number: 'EX-1' });
  await server.database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method) values ($1, 'MARKETING', 'EMAIL', 'GRANTED', 'PHONE')`,
    [theirs.id],
  );
  const told = { body: `Voir avec @[${staff.id}]`, mentions: [staff.id] };
  await activity(server, theirs.id, { typedTitle: 'Appel de relance', authorId: staff.id, ...told } as never);
});
afterAll(() => server.stop());

const one = (format: string, more: object = {}) => ({ id: theirs.id, format, ...more });

describe('one customer', () => {
  test('as JSON: the schema’s own names and values', async () => {
    const file = JSON.parse((await fileOf(server, staff, 'exportCustomer', one('JSON'))).toString());
    expect(file.customer).toMatchObject({
      reference: theirs.reference,
      kind: 'COMPANY',
      name: FORMULA,
      tags: ['vip', 'brest'],
      internalNote: '@note <secrète> & "vraie"',
      manager: 'Nolwenn Le Goff',
      reseller: null,
      balanceCents: 138_147,
    });
    expect(file.contacts).toMatchObject([{ email: 'maelle@test.example', primary: true }]);
    expect(file.addresses).toMatchObject([{ postalCode: '01000', city: 'Brest' }]);
    expect(file.invoices).toMatchObject([
      { issuedOn: '2026-01-15', netCents: 123_456, paidCents: 10_000, status: 'PARTIALLY_PAID' },
    ]);
    expect(file.payments).toMatchObject([{ paidOn: '2026-02-01', amountCents: 10_000, method: 'TRANSFER' }]);
    expect(file.orders).toMatchObject([{ number: 'EX-1' }]);
    expect(file.consents).toMatchObject([{ purpose: 'MARKETING', channel: 'EMAIL', status: 'GRANTED' }]);
    expect(file.activities).toBeUndefined();
  });

  test('its history comes along when it is asked for', async () => {
    const file = JSON.parse((await fileOf(server, staff, 'exportCustomer', one('JSON', { history: true }))).toString());
    const call = { title: 'Appel de relance', body: 'Voir avec @Nolwenn Le Goff', author: 'Nolwenn Le Goff' };
    expect(file.activities).toContainEqual(expect.objectContaining(call));
  });

  test('as CSV: every value on a line of its own, no formula among them, as French spreadsheets read it', async () => {
    const text = (await fileOf(server, staff, 'exportCustomer', one('CSV'))).toString();
    expect(text.startsWith('\ufeffRubrique;Ligne;Champ;Valeur\r\n')).toBe(true);
    const lines = parse(text, { bom: true, delimiter: ';' }) as string[][];
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([4]));
    expect(lines).toEqual(
      expect.arrayContaining([
        ['Client', '1', 'Nom', `'${FORMULA}`],
        ['Client', '1', 'Note interne', `'@note <secrète> & "vraie"`],
        ['Client', '1', 'Solde dû', '1381,47'],
        ['Factures', '1', 'Intitulé', "'-2+3"],
        ['Factures', '1', 'Date', '2026-01-15'],
        ['Adresses', '1', 'Code postal', '01000'],
      ]),
    );
    expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('as a workbook: dates are dates, amounts numbers, and text is never a formula', async () => {
    const files = unzipped(await fileOf(server, staff, 'exportCustomer', one('XLSX')));
    expect(files['xl/workbook.xml']).toContain('<sheet name="Factures"');
    const names = [...files['xl/workbook.xml'].matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    const sheet = (name: string) => files[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`];
    // Day 46037 of a workbook is 15 January 2026.
    expect(sheet('Factures')).toContain('<c s="2"><v>46037</v></c>');
    expect(sheet('Factures')).toContain('<c s="4"><v>1234.56</v></c>');
    expect(sheet('Factures')).toContain('<c s="5" t="inlineStr"><is><t xml:space="preserve">-2+3</t></is></c>');
    expect(sheet('Client')).toContain('=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)</t>');
    expect(sheet('Client')).toContain('@note &lt;secrète&gt; &amp; &quot;vraie&quot;');
    expect(Object.values(files).join('')).not.toContain('<f>');
  });

  test('as PDF: a sheet whose text can be read, in the reader’s language, whatever the script of a name', async () => {
    const odd = await customer(server, { name: 'شركة النور 😀 Kervella' });
    const text = await pdfText(await fileOf(server, staff, 'exportCustomer', { id: odd.id, format: 'PDF' }));
    // What no font has is an empty box; Arabic is there in its own letters.
    expect(text).toContain('Kervella');
    expect(text).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]/);
    expect(await pdfText(await fileOf(server, staff, 'exportCustomer', one('PDF')))).toMatch(/Édité le .* par Nolwenn Le Goff/);
    await server.database.query(`update "user" set locale = 'en' where id = $1`, [staff.id]);
    const english = await pdfText(await fileOf(server, staff, 'exportCustomer', one('PDF')));
    await server.database.query(`update "user" set locale = null where id = $1`, [staff.id]);
    expect(english).toContain('Page 1 of 1');
    expect(english).toContain('15/01/2026');
  });

  test('leaves an audit entry, a line on the timeline and a word to whoever asked', async () => {
    const run = await exported(server, staff, 'exportCustomer', one('CSV'));
    expect(run).toMatchObject({ kind: 'CUSTOMER', createdBy: { id: staff.id }, customer: { id: theirs.id }, attempts: 1 });
    const [entry] = await server.asSuperuser(
      `select actor_id, about_id, changes from audit_entry where action = 'customer.export' and subject_id = $1 order by at desc limit 1`,
      [theirs.id],
    );
    expect(entry).toMatchObject({ actor_id: staff.id, about_id: theirs.id, changes: { format: [null, 'CSV'] } });
    const { data } = await server.ask(
      staff,
      `query ($id: ID!) { customer(id: $id) { activities(first: 1) { nodes { kind title } } } notifications(first: 1) { nodes { kind title link } } }`,
      { id: theirs.id },
    );
    expect(data.customer.activities.nodes).toEqual([{ kind: 'CUSTOMER_EXPORTED', title: 'Fiche client exportée (CSV)' }]);
    expect(data.notifications.nodes).toEqual([
      { kind: 'EXPORT_READY', title: `Votre export ${run.fileName} est prêt.`, link: '/exports' },
    ]);
    await fetched(server, run.downloadUrl);
    await server.product.world.services.trail.flush();
    expect(
      await server.asSuperuser(`select 1 from audit_entry where action = 'export.download' and subject_id = $1`, [run.id]),
    ).toHaveLength(1);
  });
});

async function pdfText(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getTextContent()).items),
  );
  return pages
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ');
}

describe('the file holds what the person sees on screen, and no more', () => {
  const holds = async (permissions: string[], reach = 'staff') => {
    const key = `export-${permissions.length}-${reach}`;
    await server.database.query('insert into role (key, name, reach, rank, permissions) values ($1, $1, $2, 35, $3)', [
      key,
      reach,
      ['viewer.read', 'customer.read', 'customer.export', ...permissions],
    ]);
    const who = await person(server, key);
    if (reach === 'revendeur')
      await server.database.query('update customer set reseller_id = $1 where id = $2', [who.id, theirs.id]);
    return JSON.parse(
      (await fileOf(server, { ...who, portal: undefined }, 'exportCustomer', one('JSON', { history: true }))).toString(),
    );
  };

  test('a role without money, notes, consents and timeline', async () => {
    const file = await holds([]);
    expect(Object.keys(file)).toEqual(['exportedAt', 'customer', 'contacts', 'addresses']);
    expect(Object.keys(file.customer)).not.toEqual(expect.arrayContaining(['tags']));
    for (const hidden of ['internalNote', 'tags', 'balanceCents']) expect(file.customer).not.toHaveProperty(hidden);
  });

  test('a role that reads invoices and tags, and nothing else of the sort', async () => {
    const file = await holds(['invoice.read', 'customer.tags']);
    expect(file.invoices).toHaveLength(1);
    expect(file.customer).toHaveProperty('tags');
    for (const hidden of ['payments', 'orders', 'consents', 'activities']) expect(file).not.toHaveProperty(hidden);
    for (const hidden of ['internalNote', 'balanceCents']) expect(file.customer).not.toHaveProperty(hidden);
  });

  test('a reseller’s, who sees neither drafts nor our consents', async () => {
    await invoice(server, theirs.id, { status: 'DRAFT' as never });
    const file = await holds(['invoice.read', 'payment.read', 'consent.read', 'customer.tags', 'project.read'], 'revendeur');
    expect(file.invoices.map(({ status }: { status: string }) => status)).toEqual(['PARTIALLY_PAID']);
    expect(file.customer.balanceCents).toBe(138_147);
    expect(file.consents).toEqual([]);
    expect(file.customer).not.toHaveProperty('internalNote');
  });
});

describe('refused', () => {
  test('whom they don’t see, and whoever is not let', async () => {
    expect(codesOf(await askExport(server, staff, 'exportCustomer', { id: staff.id, format: 'CSV' }))).toEqual(['NOT_FOUND']);
    const reseller = await person(server, 'revendeur');
    expect(codesOf(await askExport(server, reseller, 'exportCustomer', one('CSV')))).toEqual(['FORBIDDEN']);
    expect(codesOf(await askExport(server, staff, 'exportCustomers', { format: 'CSV' }))).toEqual(['FORBIDDEN']);
  });

  test('a role taken away between asking and writing', async () => {
    const leaving = await person(server, 'staff');
    const lock = server.database.createQueryRunner();
    await lock.startTransaction();
    // The job waits at its first step until the role is gone.
    const [{ id }] = await lock.query(
      `insert into export_run (kind, format, file_name, created_by_id, portal, locale, customer_id)
        values ('CUSTOMER', 'CSV', 'x.csv', $1, 'superadmin', 'fr', $2) returning id`,
      [leaving.id, theirs.id],
    );
    await lock.query(`select graphile_worker.add_job('writeExport', $1::json)`, [JSON.stringify({ exportRunId: id })]);
    await server.database.query('delete from user_role where user_id = $1', [leaving.id]);
    await lock.commitTransaction();
    await lock.release();
    await expect
      .poll(
        async () =>
          (await server.database.query('select status, error_code, storage_key from export_run where id = $1', [id]))[0],
      )
      .toEqual({ status: 'FAILED', error_code: 'EXPORT_FORBIDDEN', storage_key: null });
  });
});
