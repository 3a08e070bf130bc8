import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferenceToken } from '../../server/features/consent/preference-link.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { quiet } from '../support/letters.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';
import { type Answer, type Asker, startServer, type TestServer } from '../support/server.js';

let mailbox: Mailbox;
let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startServer({ jobs: true, env: mailbox.env });
  staff = await person(server, 'staff');
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const reachable = () => customer(server, { email: `${crypto.randomUUID()}@client.example` });
const tokenOf = ({ id, email }: { id: string; email?: string | null }) =>
  preferenceToken(server.product.config.secret, id, email ?? '');
const SET = `mutation ($input: SetContactPreferenceInput!) { it: setContactPreference(input: $input) { userErrors { code } } }`;
const CONFIRM = 'mutation ($input: ConfirmConsentInput!) { it: confirmConsent(input: $input) { purpose userErrors { code } } }';
const set = (token: string, purpose: string, channel: string, agreed: boolean) =>
  server.ask(null, SET, { input: { token, purpose, channel, agreed } });
const codes = ({ data }: Answer) => data.it.userErrors.map(({ code }: { code: string }) => code);
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await server.database.query(
      'select purpose, channel, action, method from consent_event where customer_id = $1 order by seq',
      [id],
    )
  ).map((event: Record<string, string>) => Object.values(event).join(' '));
/** The link of the mail that waits in the outbox, before it leaves. */
const confirmationOf = async (id: string) => {
  await quiet(server);
  const letters = mailbox.received.filter((one) => one.includes('confirm-consent'));
  const [{ to }] = await server.database.query(
    `select "to" from mail where customer_id = $1 and secret order by id desc limit 1`,
    [id],
  );
  const mine = letters.filter((one) => one.includes(to)).at(-1) ?? '';
  return /confirm-consent#([\w-]+)/.exec(mine.replaceAll('=\r\n', ''))?.[1] ?? '';
};

describe('a yes to offers by e-mail', () => {
  const RECORD = `mutation ($input: RecordConsentInput!) { it: recordConsent(input: $input) {
    consent { status confirmUntil } userErrors { path code } } }`;
  const record = (who: Asker, id: string, more = {}) =>
    server.ask(who, RECORD, { input: { customerId: id, purpose: 'MARKETING', channel: 'EMAIL', ...more } });
  const confirm = (token: string) => server.ask(null, CONFIRM, { input: { token } });

  test('holds once it was confirmed from the address, and the link works once', async () => {
    const [client, one] = [await person(server, 'client'), await reachable()];
    await member(server, client.id, one.id);
    const { data } = await record(client, one.id);
    expect(data.it).toEqual({ userErrors: [], consent: { status: 'UNKNOWN', confirmUntil: expect.any(String) } });
    expect(await eventsOf(one.id)).toEqual([]);
    const token = await confirmationOf(one.id);
    expect((await confirm(token)).data.it).toEqual({ purpose: 'MARKETING', userErrors: [] });
    expect(await eventsOf(one.id)).toEqual(['MARKETING EMAIL GRANTED WEB']);
    const [{ proof, actor_id }] = await server.database.query(
      'select proof, actor_id from consent_event where customer_id = $1',
      [one.id],
    );
    expect(proof).toMatchObject({ confirmedFrom: expect.any(String), emailSha256: expect.any(String) });
    expect(actor_id).toBe(client.id);
    expect(codes(await confirm(token))).toEqual(['CONFIRMATION_USED']);
    // Taken back, the same link does not give it again.
    await set(tokenOf(one), 'MARKETING', 'EMAIL', false);
    expect(codes(await confirm(token))).toEqual(['CONFIRMATION_USED']);
    expect((await eventsOf(one.id)).at(-1)).toBe('MARKETING EMAIL WITHDRAWN LINK');
  });

  test('is nothing after three days, after a no, at another address, or by a made-up link', async () => {
    const one = await reachable();
    const ask = async () => {
      await set(tokenOf(one), 'MARKETING', 'EMAIL', true);
      return confirmationOf(one.id);
    };
    const late = await ask();
    await server.database.query(
      `update consent_confirmation set expires_at = now() - interval '1 second' where customer_id = $1`,
      [one.id],
    );
    expect(codes(await confirm(late))).toEqual(['CONFIRMATION_EXPIRED']);
    const first = await ask();
    const second = await ask();
    expect(codes(await confirm(first))).toEqual(['CONFIRMATION_REPLACED']);
    await set(tokenOf(one), 'MARKETING', 'EMAIL', false);
    expect(codes(await confirm(second))).toEqual(['CONFIRMATION_REPLACED']);
    const third = await ask();
    await server.database.query(`update customer set email = 'other@client.example' where id = $1`, [one.id]);
    expect(codes(await confirm(third))).toEqual(['CONFIRMATION_REPLACED']);
    expect(codes(await confirm('none'))).toEqual(['CONFIRMATION_UNKNOWN']);
    expect(await eventsOf(one.id)).toEqual(['MARKETING EMAIL REFUSED LINK']);
  });

  test('counts at once from whoever signed in with that address; ours may ask for the mail', async () => {
    const client = await person(server, 'client');
    const own = await customer(server, { email: client.email });
    await member(server, client.id, own.id);
    expect((await record(client, own.id)).data.it.consent.status).toBe('GRANTED');
    expect(codes(await record(client, own.id, { confirmByEmail: true }))).toEqual(['STAFF_ONLY']);
    const one = await reachable();
    const asked = await record(staff, one.id, { method: 'PHONE', confirmByEmail: true });
    expect(asked.data.it.consent).toMatchObject({ status: 'UNKNOWN', confirmUntil: expect.any(String) });
    expect(codes(await record(staff, one.id, { method: 'PHONE', channel: 'SMS', confirmByEmail: true }))).toEqual([
      'NO_ADDRESS_TO_CONFIRM',
    ]);
    await confirm(await confirmationOf(one.id));
    expect(await eventsOf(one.id)).toEqual(['MARKETING EMAIL GRANTED PHONE']);
  });
});
