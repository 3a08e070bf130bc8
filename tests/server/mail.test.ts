import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsentPurpose } from '../../server/features/consent/consent.entity.js';
import { sendMail } from '../../server/features/mail/mail.service.js';
import { written } from '../../server/features/mail/mail.template.js';
import { person } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

const received: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('refused') ? Object.assign(new Error('No such person'), { responseCode: 550 }) : null),
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString());
      done();
    });
  },
});
let keeping: TestServer;
let sending: TestServer;

beforeAll(async () => {
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()));
  keeping = await startServer({ jobs: true });
  sending = await startServer({
    jobs: true,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      MAIL_FROM: 'Prisme <bonjour@prisme.example>',
    },
  });
});
afterAll(async () => {
  await Promise.all([keeping.stop(), sending.stop()]);
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

const inTransaction = (server: TestServer, mail: Parameters<typeof sendMail>[1], fail = false) =>
  server.database.transaction(async (db) => {
    const sent = await sendMail(server.product.system().inside(db), mail);
    if (fail) throw new Error('rolled back');
    return sent;
  });
const MAIL = 'query ($id: ID!) { mail(id: $id) { to subject text html status error sentAt customer { id } } }';
const LETTER = {
  to: 'maelle@client.example',
  purpose: ConsentPurpose.SERVICE,
  subject: 'Votre\r\nfacture',
  greeting: 'Bonjour Maëlle,',
  paragraphs: ['Le montant est < 100 €.'],
};

test('a mail is kept, and shown, where no server is configured', async () => {
  const admin = await person(keeping, 'admin');
  const about = await customer(keeping);
  const { id } = await inTransaction(keeping, { ...LETTER, customerId: about.id });
  await expect.poll(async () => (await keeping.ask(admin, MAIL, { id })).data.mail.status).toBe('KEPT');
  const { data } = await keeping.ask(admin, MAIL, { id });
  expect(data.mail).toMatchObject({
    to: LETTER.to,
    subject: 'Votre facture',
    sentAt: null,
    error: null,
    customer: { id: about.id },
  });
  expect(data.mail.text).toContain('Le montant est < 100 €.');
  expect(data.mail.html).toContain('Le montant est &lt; 100 €.');
  const list = await keeping.ask(
    admin,
    'query ($id: ID!) { mails(filter: { status: KEPT, customerId: $id, search: "MAELLE" }) { totalCount nodes { id } } }',
    { id: about.id },
  );
  expect(list.data.mails).toEqual({ totalCount: 1, nodes: [{ id }] });
});

test('a mail is sent by the configured server, from our address', async () => {
  const admin = await person(sending, 'admin');
  const { id } = await inTransaction(sending, { ...LETTER, action: { label: 'Voir', url: 'https://prisme.example/?a=1&b="2"' } });
  await expect.poll(async () => (await sending.ask(admin, MAIL, { id })).data.mail.status).toBe('SENT');
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^From: Prisme <bonjour@prisme\.example>/m);
  expect(received[0]).toMatch(/^Subject: Votre facture/m);
  expect(received[0]).toMatch(new RegExp(`^Message-ID: <${id}@`, 'im'));
});

test('a refused mail fails at once, and says why', async () => {
  const admin = await person(sending, 'admin');
  const { id } = await inTransaction(sending, { ...LETTER, to: 'refused@client.example' });
  await expect.poll(async () => (await sending.ask(admin, MAIL, { id })).data.mail.status).toBe('FAILED');
  expect((await sending.ask(admin, MAIL, { id })).data.mail.error).toContain('No such person');
});

test('a mail with a way in is for superadmins alone, and loses its link once it left', async () => {
  const secret = { ...LETTER, secret: true, action: { label: 'Entrer', url: 'https://prisme.example/client/reset#one-two_3' } };
  const { id } = await inTransaction(keeping, secret);
  const [superadmin, admin] = [await person(keeping, 'superadmin'), await person(keeping, 'admin')];
  await expect.poll(async () => (await keeping.ask(superadmin, MAIL, { id })).data.mail.status).toBe('KEPT');
  expect((await keeping.ask(superadmin, MAIL, { id })).data.mail.text).toContain('/client/reset#one-two_3');
  expect((await keeping.ask(admin, MAIL, { id })).data.mail).toBeNull();
  expect((await keeping.ask(admin, '{ mails { nodes { id } } }')).data.mails.nodes).not.toContainEqual({ id });

  const before = received.length;
  const sent = await inTransaction(sending, secret);
  const reader = await person(sending, 'superadmin');
  await expect.poll(async () => (await sending.ask(reader, MAIL, { id: sent.id })).data.mail.status).toBe('SENT');
  expect(received[before]).toContain('one-two');
  const { text, html } = (await sending.ask(reader, MAIL, { id: sent.id })).data.mail;
  expect(text + html).not.toContain('one-two');
});

test('no mail without its commit', async () => {
  const count = async () => (await keeping.database.query('select count(*) from mail'))[0].count;
  const before = await count();
  await expect(inTransaction(keeping, LETTER, true)).rejects.toThrow('rolled back');
  expect(await count()).toBe(before);
});

test('only those who may read the outbox do', async () => {
  expect(codesOf(await keeping.ask(null, '{ mails { nodes { id } } }'))).toEqual(['UNAUTHENTICATED']);
  for (const role of ['client', 'prestataire', 'revendeur', 'staff', 'manager'])
    expect(codesOf(await keeping.ask(await person(keeping, role), '{ mails { nodes { id } } }'))).toEqual(['FORBIDDEN']);
});

test('nothing written into a mail becomes HTML', () => {
  const { html } = written({
    greeting: '<script>',
    paragraphs: ['a & b "c"\nd'],
    action: { label: '<b>', url: 'https://x/"onclick=' },
  });
  expect(html).not.toMatch(/<script>|<b>|"onclick/);
  expect(html).toContain('a &amp; b &quot;c&quot;<br>d');
});
