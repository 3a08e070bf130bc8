import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.js';
import { deliverActivities } from '../../server/features/register/delivered.service.js';
import { person, type TestPerson } from '../support/as.js';
import { ended, fetched } from '../support/export.js';
import { type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [staff, manager] = [await person(server, 'staff'), await person(server, 'manager')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query('delete from processing_activity');
  await server.database.query('delete from processor');
});

const activity = {
  name: 'Vidéosurveillance',
  purposes: 'Protéger le dépôt.',
  legalBases: ['LEGITIMATE_INTEREST'],
  people: 'Visiteurs',
  data: 'Images',
  recipients: 'Direction',
  retention: 'Un mois',
  security: 'Local fermé à clé',
  startedOn: '2025-03-01',
};
const host = { name: 'Hébergeur Iroise', service: 'Hébergement', country: 'FR' };
const made = async (field: string, answer: string, input: object) => {
  const { data } = await server.ask(
    manager,
    `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { it: ${answer} { id } userErrors { path code } } }`,
    { input },
  );
  expect(data.it.userErrors).toEqual([]);
  return data.it.it;
};
const create = (input: object) => made('createProcessingActivity', 'processingActivity', { ...activity, ...input });

describe('what the product does itself', () => {
  test('is there from the start, once, in the language of the installation; what somebody made of it stays', async () => {
    const system = server.product.system();
    expect(await deliverActivities(system, 'fr')).toBe(10);
    const { data } = await server.ask(
      manager,
      '{ it: processingActivities(first: 50, direction: ASC) { nodes { id name legalBases } } }',
    );
    expect(data.it.nodes.map(({ name }: { name: string }) => name)).toContain('Journal d’audit et de sécurité');
    const prospecting = data.it.nodes.find(({ name }: { name: string }) => name === 'Prospection');
    expect(prospecting.legalBases).toEqual(['CONSENT']);
    await made('updateProcessingActivity', 'processingActivity', {
      ...activity,
      id: prospecting.id,
      name: 'Prospection au téléphone',
    });
    expect(await deliverActivities(system, 'en')).toBe(0);
    await server.database.query('delete from processing_activity');
    expect(await deliverActivities(system, 'en')).toBe(10);
    expect(await server.database.query(`select name from processing_activity where code = 'SECURITY'`)).toEqual([
      { name: 'Audit trail and security log' },
    ]);
  });

  test('is said in French unless the installation says otherwise', () => {
    const locale = (INSTALL_LOCALE?: string) => readConfig({ SECRET: 'x'.repeat(40), INSTALL_LOCALE }).installLocale;
    expect([locale(), locale('en')]).toEqual(['fr', 'en']);
    expect(() => locale('de')).toThrow('INSTALL_LOCALE');
  });
});

describe('an export', () => {
  const EXPORT = `mutation ($input: ExportRegisterInput!) { it: exportRegister(input: $input) { exportRun { id } userErrors { path code } } }`;
  const ask = (who: Asker | null, register: string, format: string) => server.ask(who, EXPORT, { input: { register, format } });
  const file = async (register: string, format: string) => {
    const { data } = await ask(manager, register, format);
    const run = await ended(server, manager, data.it.exportRun.id);
    expect(run).toMatchObject({ kind: register, status: 'DONE', error: null });
    return { name: run.fileName, ...(await fetched(server, run.downloadUrl)) };
  };

  test('of each register holds all of it, in words, with what it is tied to', async () => {
    const { id } = await made('createProcessor', 'processor', { ...host, country: 'CH', transferSafeguard: 'Adéquation' });
    await create({ processorIds: [id], name: '=1+1' });
    await create({ name: 'Paie', legalBases: ['CONTRACT', 'LEGAL_OBLIGATION'], endedOn: '2026-01-31' });
    const csv = (await file('PROCESSING', 'CSV')).bytes.toString();
    expect(csv).toContain('Nom;Finalités;Bases légales;');
    expect(csv).toContain("'=1+1;Protéger le dépôt.;Intérêt légitime;");
    expect(csv).toContain('Paie;Protéger le dépôt.;Contrat, Obligation légale;');
    expect(csv).toContain('Hébergeur Iroise');
    const json = JSON.parse((await file('PROCESSORS', 'JSON')).bytes.toString());
    expect(json.processorRegister).toMatchObject([
      { ...host, country: 'CH', transferSafeguard: 'Adéquation', takesPartIn: '=1+1' },
    ]);
    const xlsx = await file('PROCESSORS', 'XLSX');
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
    const pdf = await file('PROCESSING', 'PDF');
    expect(pdf.name).toMatch(/^registre-traitements-.*\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await made('createDataBreach', 'dataBreach', {
      ...{
        title: 'Portable volé',
        description: 'x',
        natures: ['CONFIDENTIALITY', 'AVAILABILITY'],
        awareAt: '2026-03-27T11:00:00Z',
      },
      ...{
        people: 'Clients',
        peopleCount: 120,
        records: 'x',
        consequences: 'x',
        measures: 'x',
        risk: 'NONE',
        noRiskReason: 'Chiffré',
      },
    });
    const breaches = (await file('BREACHES', 'CSV')).bytes.toString();
    expect(breaches).toContain('Confidentialité, Disponibilité;2026-03-27 12:00:00;');
    // The clocks were put forward in between.
    expect(breaches).toContain(';Sans risque;Chiffré;2026-03-30 13:00:00;');
    expect(await server.database.query(`select distinct action from audit_entry where action = 'register.export'`)).toHaveLength(
      1,
    );
  });

  test('of requests says who asked what, when, and what they were answered', async () => {
    await server.database.query(
      `insert into data_subject_request ("right", status, origin, person, received_on, due_on, identity_proof, answer, closed_at)
       values ('ACCESS', 'COMPLETED', 'POST', '=Jeanne', '2026-01-31', '2026-02-28', 'PAPER_SEEN', 'Voici vos données.', now())`,
    );
    const csv = await file('REQUESTS', 'CSV');
    expect(csv.name).toMatch(/^registre-demandes-.*\.csv$/);
    const text = csv.bytes.toString();
    expect(text).toContain('Référence;Droit;Statut;Reçue par;Qui demande;');
    expect(text).toMatch(/RGPD-\d{5};Accès;Traitée;Courrier;'=Jeanne;;2026-01-31;2026-02-28;/);
    expect(text).toContain('Pièce vue, non conservée');
    expect(text).toContain('Voici vos données.');
  });

  test('is for whoever reads the registers', async () => {
    expect(codesOf(await ask(null, 'PROCESSING', 'CSV'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await ask(staff, 'PROCESSING', 'CSV'))).toEqual(['FORBIDDEN']);
    expect(
      await server.database.query(`select from export_run where kind = 'PROCESSING' and created_by_id = $1`, [staff.id]),
    ).toEqual([]);
  });
});
