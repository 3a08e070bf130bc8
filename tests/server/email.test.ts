import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { quiet } from '../support/letters.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

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
let server: TestServer;
let sending: TestServer;
let staff: TestPerson;
let boss: TestPerson;

beforeAll(async () => {
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()));
  server = await startServer();
  sending = await startServer({
    jobs: true,
    env: { SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, MAIL_FROM: 'Prisme <p@prisme.example>' },
  });
  [staff, boss] = [await person(server, 'staff'), await person(server, 'superadmin')];
});
afterAll(async () => {
  await Promise.all([server.stop(), sending.stop()]);
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

const SEND = `mutation ($input: SendCustomerEmailInput!) {
  it: sendCustomerEmail(input: $input) { activity { id kind title body subjectType author { id } } userErrors { path code message } } }`;
const send = (asker: Asker | null, input: object, on = server) =>
  on.ask(asker, SEND, { input: { subject: 'Bonjour', body: 'Merci de votre visite.', purpose: 'SERVICE', ...input } });
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]));
const mailsTo = (customerId: string, on = server) =>
  on.database.query('select * from mail where customer_id = $1 order by id', [customerId]);
const timelineOf = async (id: string, on = server): Promise<string[]> =>
  (
    await on.database.query(`select kind, details from activity where customer_id = $1 and kind like 'EMAIL%' order by id`, [id])
  ).map(({ kind, details }: { kind: string; details: { to?: string } }) => [kind, details.to].filter(Boolean).join(' '));
const reachable = (on = server) => customer(on, { email: `${crypto.randomUUID()}@client.example`, name: 'Ateliers {{date}}' });
const consent = (customerId: string, action: string, on = server) =>
  on.database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method) values ($1, 'MARKETING', 'EMAIL', $2, 'PHONE')`,
    [customerId, action],
  );

describe('sending', () => {
  test('variables get their values, the e-mail is on the timeline, in the outbox and in the trail', async () => {
    const { id, email, reference } = await reachable();
    const answer = await send(staff, {
      customerId: id,
      subject: 'Dossier {{customer.reference}}\r\nBcc: all@x.example',
      body: 'Bonjour {{ recipient.name }},\n\n<b>Gras</b> & simple\nligne\n\n{{sender.name}}',
    });
    expect(answer.data.it).toMatchObject({
      userErrors: [],
      activity: { kind: 'EMAIL_SENT', subjectType: 'Mail', author: { id: staff.id } },
    });
    const [mail] = await mailsTo(id);
    expect(mail).toMatchObject({ to: email, purpose: 'SERVICE', reply_to: staff.email, status: 'QUEUED' });
    // One line, and a name that looks like a variable stays a name.
    expect(mail.subject).toBe(`Dossier ${reference} Bcc: all@x.example`);
    expect(mail.text).toContain(`Bonjour Ateliers {{date}},\n\n<b>Gras</b> & simple\nligne\n\n${staff.name}`);
    expect(mail.html).toContain('&lt;b&gt;Gras&lt;/b&gt; &amp; simple<br>ligne');
    expect(answer.data.it.activity.body).toBe(mail.text);
    const [entry] = await server.database.query(
      `select changes from audit_entry where action = 'customer.email' and about_id = $1`,
      [id],
    );
    expect(entry.changes).toMatchObject({ recipient: [null, email], purpose: [null, 'SERVICE'] });
  });

  test('every mistake is told at its field, and nothing is sent', async () => {
    const { id } = await customer(server);
    const other = await document(server, { customerId: (await customer(server)).id, uploadedById: staff.id } as never);
    const answer = await send(staff, { customerId: id, subject: ' ', body: 'Le {{datte}} et {{}}', documentIds: [other.id] });
    expect(errorsIn(answer)).toEqual({
      'input.contactId': 'NO_ADDRESS',
      'input.subject': 'BLANK',
      'input.body': 'UNKNOWN_VARIABLE',
      'input.documentIds': 'UNKNOWN_ATTACHMENT',
    });
    expect(answer.data.it.userErrors).toContainEqual(expect.objectContaining({ message: 'Variable inconnue : datte, {{}}.' }));
    const large = await document(server, { customerId: id, uploadedById: staff.id, size: 10_000_001 } as never);
    expect(errorsIn(await send(staff, { customerId: id, documentIds: [large.id] }))).toMatchObject({
      'input.documentIds': 'ATTACHMENTS_TOO_LARGE',
    });
    expect(await mailsTo(id)).toEqual([]);
    expect(await timelineOf(id)).toEqual([]);
  });

  test('only those of us who may do it', async () => {
    const { id } = await reachable();
    expect(codesOf(await send(null, { customerId: id }))).toEqual(['UNAUTHENTICATED']);
    for (const role of ['client', 'prestataire', 'revendeur'])
      expect(codesOf(await send(await person(server, role), { customerId: id }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await send(staff, { customerId: crypto.randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(await mailsTo(id)).toEqual([]);
  });

  test('the same key sends once', async () => {
    const { id } = await reachable();
    const input = { customerId: id, idempotencyKey: crypto.randomUUID() };
    const [first, second] = [await send(staff, input), await send(staff, input)];
    expect(second.data.it.activity.id).toBe(first.data.it.activity.id);
    expect(await mailsTo(id)).toHaveLength(1);
  });
});

describe('what allows it', () => {
  test('offers need the consent to them by e-mail; without it, or once withdrawn, they are refused with the reason', async () => {
    const { id } = await reachable();
    const offer = { customerId: id, purpose: 'MARKETING' };
    expect(errorsIn(await send(staff, offer))).toEqual({ 'input.purpose': 'EMAIL_NEVER_ALLOWED_MARKETING' });
    await consent(id, 'GRANTED');
    expect(errorsIn(await send(staff, offer))).toEqual({});
    const [mail] = await mailsTo(id);
    expect(mail.text).toContain('/client/preferences');
    expect(errorsIn(await send(staff, { ...offer, purpose: 'PARTNERS' }))).toEqual({
      'input.purpose': 'EMAIL_NEVER_ALLOWED_PARTNERS',
    });
    await consent(id, 'WITHDRAWN');
    const refused = await send(staff, offer);
    expect(errorsIn(refused)).toEqual({ 'input.purpose': 'EMAIL_WITHDRAWN_MARKETING' });
    expect(refused.data.it.userErrors[0].message).toMatch(/retiré son accord le \d/);
    expect(errorsIn(await send(staff, { customerId: id }))).toEqual({});
    expect(await mailsTo(id)).toHaveLength(2);
  });

  test('a consent withdrawn before the e-mail leaves stops it, and the timeline says so', async () => {
    const writer = await person(sending, 'staff');
    const { id } = await reachable(sending);
    await consent(id, 'GRANTED', sending);
    // Both at once: the job sees the withdrawal, since the mail commits with it.
    await sending.database.transaction(async (db) => {
      await db.query(
        `insert into mail ("to", subject, text, html, customer_id, purpose) values ('a@client.example', 'Offre', 'x', 'x', $1, 'MARKETING')`,
        [id],
      );
      await db.query(
        `insert into consent_event (customer_id, purpose, channel, action, method, actor_id) values ($1, 'MARKETING', 'EMAIL', 'WITHDRAWN', 'PHONE', $2)`,
        [id, writer.id],
      );
      await db.query(
        `select graphile_worker.add_job('mail.deliver', json_build_object('id', id)) from mail where customer_id = $1`,
        [id],
      );
    });
    await quiet(sending);
    expect((await mailsTo(id, sending))[0]).toMatchObject({ status: 'STOPPED', error: 'NO_CONSENT' });
    expect(await timelineOf(id, sending)).toEqual(['EMAIL_UNSENT NO_CONSENT']);
    expect(received.join()).not.toContain('Offre');
  });

  test('it leaves with its files and an answer goes to whoever wrote; what the server refuses is told', async () => {
    const writer = await person(sending, 'staff');
    const { id } = await reachable(sending);
    const file = await document(sending, { customerId: id, uploadedById: writer.id, name: 'devis.pdf' } as never);
    const documentIds = [file.id];
    expect(errorsIn(await send(writer, { customerId: id, subject: 'Devis', documentIds }, sending))).toEqual({});
    await quiet(sending);
    const letter = received.find((one) => /^Subject: Devis/m.test(one)) ?? '';
    expect(letter).toContain(`Reply-To: ${writer.email}`);
    expect(letter).toMatch(/filename=devis\.pdf/);
    expect(letter).toMatch(/^Content-Type: text\/plain/m);

    const unknown = await customer(sending, { email: `refused-${crypto.randomUUID()}@client.example` });
    await send(writer, { customerId: unknown.id }, sending);
    await quiet(sending);
    expect(await timelineOf(unknown.id, sending)).toEqual(['EMAIL_SENT', 'EMAIL_UNSENT FAILED']);
  });
});

describe('templates', () => {
  const act = (asker: Asker | null, verb: 'create' | 'update' | 'delete', input: object) => {
    const type = `${verb[0].toUpperCase()}${verb.slice(1)}EmailTemplateInput`;
    const got = verb === 'delete' ? 'deletedId' : 'emailTemplate { id name locale purpose subject body version }';
    return server.ask(
      asker,
      `mutation ($input: ${type}!) { it: ${verb}EmailTemplate(input: $input) { ${got} userErrors { path code } } }`,
      { input },
    );
  };
  const offer = { name: 'Offre', locale: 'fr', purpose: 'MARKETING', subject: 'Bonjour {{recipient.name}}', body: 'Le {{date}}' };

  test('a superadmin makes, changes and deletes one; a name is free in the other language; an unknown variable is named', async () => {
    const wrong = await act(boss, 'create', { ...offer, locale: 'de', body: '{{prix}}' });
    expect(errorsIn(wrong)).toEqual({ 'input.locale': 'NOT_A_LANGUAGE', 'input.body': 'UNKNOWN_VARIABLE' });
    const { id } = (await act(boss, 'create', offer)).data.it.emailTemplate;
    expect(errorsIn(await act(boss, 'create', { ...offer, name: 'OFFRE' }))).toEqual({ 'input.name': 'TEMPLATE_NAME_TAKEN' });
    expect(errorsIn(await act(boss, 'create', { ...offer, locale: 'en' }))).toEqual({});
    const changed = await act(boss, 'update', { ...offer, id, version: 1, subject: 'Nouveau' });
    expect(changed.data.it.emailTemplate).toMatchObject({ subject: 'Nouveau', version: 2 });
    expect(codesOf(await act(boss, 'update', { ...offer, id, version: 1 }))).toEqual(['CONFLICT']);
    expect(codesOf(await act(staff, 'update', { ...offer, id }))).toEqual(['FORBIDDEN']);

    const { id: customerId } = await reachable();
    await consent(customerId, 'GRANTED');
    expect(errorsIn(await send(staff, { customerId, templateId: id }))).toEqual({ 'input.purpose': 'PURPOSE_OF_TEMPLATE' });
    expect(errorsIn(await send(staff, { customerId, templateId: id, purpose: 'MARKETING' }))).toEqual({});
    expect((await act(boss, 'delete', { id })).data.it).toEqual({ deletedId: id, userErrors: [] });
    expect(errorsIn(await send(staff, { customerId, templateId: id }))).toEqual({ 'input.templateId': 'UNKNOWN_TEMPLATE' });
  });

  test('a preview shows values or examples, what is unknown, and why it may not be sent', async () => {
    const PREVIEW =
      'query ($input: EmailPreviewInput!) { it: emailPreview(input: $input) { to subject html unknownVariables refusal } }';
    const preview = async (input: object) => (await server.ask(staff, PREVIEW, { input })).data.it;
    const { id, email, name } = await reachable();
    const text = { subject: '{{customer.name}}', body: '<i> {{prix}}', purpose: 'MARKETING' };
    const seen = await preview({ ...text, customerId: id });
    expect(seen).toMatchObject({ to: email, subject: name, unknownVariables: ['prix'] });
    expect(seen.refusal).toMatch(/n’a pas donné son accord/);
    expect(seen.html).toContain('&lt;i&gt;');
    expect(await preview({ ...text, purpose: 'SERVICE', locale: 'en' })).toMatchObject({
      to: null,
      subject: 'Transports Kervella',
      refusal: null,
    });
  });
});
