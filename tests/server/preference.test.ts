import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferenceToken } from '../../server/features/consent/preference-link.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { quiet } from '../support/letters.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';
import { type Answer, startServer, type TestServer } from '../support/server.js';

let mailbox: Mailbox;
let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startServer({
    jobs: true,
    env: mailbox.env,
  });
  staff = await person(server, 'staff');
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const reachable = () => customer(server, { email: `${crypto.randomUUID()}@client.example` });
const tokenOf = ({ id, email }: { id: string; email?: string | null }, now?: Date) =>
  preferenceToken(server.product.config.secret, id, email ?? '', now);
const LOOK = `query ($token: String!) { it: contactPreferences(token: $token) {
  state email choices { purpose channel status allowed confirmUntil } texts { purpose body } history { action method text } } }`;
const SET = `mutation ($input: SetContactPreferenceInput!) { it: setContactPreference(input: $input) {
  preferences { choices { purpose channel status confirmUntil } } userErrors { path code } } }`;
const look = async (token: string) => (await server.ask(null, LOOK, { token })).data.it;
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
const choice = (answer: { choices: Record<string, string>[] }, purpose: string, channel: string) =>
  answer.choices.find((one) => one.purpose === purpose && one.channel === channel);
const agreed = (id: string, purpose = 'MARKETING') =>
  server.database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method) values ($1, $2, 'EMAIL', 'GRANTED', 'PAPER')`,
    [id, purpose],
  );
describe('the link of a mail', () => {
  test('shows one’s choices without an account, nothing chosen in advance, and no more than a hint of the address', async () => {
    const one = await reachable();
    const seen = await look(tokenOf(one));
    expect(seen).toMatchObject({ state: 'OPEN', history: [] });
    expect(seen.email).toMatch(/^.•••@client\.example$/);
    expect(seen.choices).toHaveLength(16);
    expect(seen.choices.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(false);
    expect(seen.texts).toHaveLength(4);
  });

  test('agrees and takes back, each by one call; the history says what they were told', async () => {
    const one = await reachable();
    const token = tokenOf(one);
    await set(token, 'SATISFACTION', 'SMS', true);
    expect(choice(await look(token), 'SATISFACTION', 'SMS')).toMatchObject({ status: 'GRANTED', allowed: true });
    await set(token, 'SATISFACTION', 'SMS', false);
    // Said again, it is not said twice.
    await set(token, 'SATISFACTION', 'SMS', false);
    const seen = await look(token);
    expect(seen.history).toEqual([
      { action: 'WITHDRAWN', method: 'LINK', text: null },
      { action: 'GRANTED', method: 'LINK', text: expect.stringContaining('J’accepte') },
    ]);
    const [{ proof }] = await server.database.query(`select proof from consent_event where customer_id = $1 and seq = 1`, [
      one.id,
    ]);
    expect(JSON.stringify(proof)).not.toContain(one.email);
    expect(proof).toMatchObject({ ip: '127.0.0.0', emailSha256: expect.stringMatching(/^[\da-f]{64}$/) });
    await set(token, 'PARTNERS', 'POST', false);
    expect(await eventsOf(one.id)).toContain('PARTNERS POST REFUSED LINK');
  });

  test('is worth nothing altered, made for another, over, or mailed to an address that is gone', async () => {
    const [one, other] = [await reachable(), await reachable()];
    const token = tokenOf(one);
    const altered = [
      token.replace(one.id, other.id),
      `${token}A`,
      token.slice(0, -1),
      token.replace(/\.(\d+)\./, (_, seconds) => `.${Number(seconds) + 1}.`),
      // The last letter of a signature has bits that mean nothing: they count all the same.
      ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => token.slice(0, -1) + letter).filter((each) => each !== token),
      '',
      'x.y.z',
    ];
    for (const each of altered) expect((await look(each)).state).toBe('UNKNOWN');
    expect(codes(await set(altered[0], 'MARKETING', 'SMS', true))).toEqual(['PREFERENCE_LINK_UNKNOWN']);
    const old = tokenOf(one, new Date(Date.now() - 401 * 86_400_000));
    expect(await look(old)).toMatchObject({ state: 'EXPIRED', choices: [] });
    expect(codes(await set(old, 'MARKETING', 'SMS', true))).toEqual(['PREFERENCE_LINK_EXPIRED']);
    await server.database.query(`update customer set email = 'new@client.example' where id = $1`, [one.id]);
    expect(codes(await set(token, 'MARKETING', 'SMS', true))).toEqual(['PREFERENCE_LINK_REPLACED']);
    expect(await eventsOf(one.id)).toEqual([]);
    expect(await eventsOf(other.id)).toEqual([]);
  });

  test('gives anew what ends soon, without a second mail; what holds long yet is not said again', async () => {
    const one = await reachable();
    const token = tokenOf(one);
    await server.database.query(
      `insert into consent_event (customer_id, purpose, channel, action, method, at) values ($1, 'MARKETING', 'EMAIL', 'GRANTED', 'PAPER', now() - interval '35 months')`,
      [one.id],
    );
    await set(token, 'MARKETING', 'EMAIL', true);
    await set(token, 'MARKETING', 'EMAIL', true);
    expect(await eventsOf(one.id)).toEqual(['MARKETING EMAIL GRANTED PAPER', 'MARKETING EMAIL GRANTED LINK']);
    expect(choice(await look(token), 'MARKETING', 'EMAIL')).toMatchObject({ status: 'GRANTED', confirmUntil: null });
  });

  test('stops everything at once, and can’t take back what a contract asks', async () => {
    const one = await reachable();
    await agreed(one.id);
    await agreed(one.id, 'PARTNERS');
    const token = tokenOf(one);
    expect(codes(await set(token, 'SERVICE', 'EMAIL', false))).toEqual(['NO_CONSENT_NEEDED']);
    const ALL = 'mutation ($input: RefuseAllContactInput!) { it: refuseAllContact(input: $input) { userErrors { code } } }';
    expect(codes(await server.ask(null, ALL, { input: { token } }))).toEqual([]);
    expect((await look(token)).choices.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(false);
    expect((await eventsOf(one.id)).filter((event) => event.includes('WITHDRAWN'))).toHaveLength(2);
  });
});

describe('one click in a mail program', () => {
  const press = (query: string, body = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') =>
    fetch(`${server.origin}/unsubscribe${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      redirect: 'manual',
    });

  test('each mail that hangs on their word carries it; a press takes back, a second changes nothing; a look changes nothing', async () => {
    const one = await reachable();
    await agreed(one.id);
    const SEND = 'mutation ($input: SendCustomerEmailInput!) { it: sendCustomerEmail(input: $input) { userErrors { code } } }';
    const input = { customerId: one.id, subject: 'Nouveauté', body: 'Une offre.', purpose: 'MARKETING' };
    expect(codes(await server.ask(staff, SEND, { input }))).toEqual([]);
    await server.ask(staff, SEND, { input: { ...input, subject: 'Dossier', purpose: 'SERVICE' } });
    await quiet(server);
    const headerOf = (letter: string, name: string) =>
      new RegExp(`^${name}: ?(.*(?:\r\n[ \t].*)*)`, 'im').exec(letter)?.[1].replace(/\r\n[ \t]/g, '');
    const mine = mailbox.received.filter((letter) => letter.includes(one.email!));
    const [offer, service] = [
      mine.find((letter) => letter.includes('Nouveaut')),
      mine.find((letter) => letter.includes('Dossier')),
    ];
    expect(headerOf(service ?? '', 'List-Unsubscribe')).toBeUndefined();
    expect(headerOf(offer ?? '', 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const url = /<([^>]+)>/.exec(headerOf(offer ?? '', 'List-Unsubscribe') ?? '')?.[1] ?? '';
    const query = new URL(url).search;
    // Nobody who reads the outbox or the timeline gets the link.
    const [{ text }] = await server.database.query(`select text from mail where customer_id = $1 and purpose = 'MARKETING'`, [
      one.id,
    ]);
    expect(text).toMatch(/\/client\/preferences, ou/);
    expect(offer?.replaceAll('=\r\n', '')).toContain('/client/preferences#');

    const looked = await fetch(`${server.origin}/unsubscribe${query}`, { redirect: 'manual' });
    expect([looked.status, looked.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/client\/preferences#/)]);
    expect(await eventsOf(one.id)).toHaveLength(1);
    expect((await press(query)).status).toBe(200);
    expect(
      (
        await press(
          query,
          '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
          'multipart/form-data; boundary=x',
        )
      ).status,
    ).toBe(200);
    expect(await eventsOf(one.id)).toEqual(['MARKETING EMAIL GRANTED PAPER', 'MARKETING EMAIL WITHDRAWN ONE_CLICK']);
    expect(codes(await server.ask(staff, SEND, { input }))).toEqual(['EMAIL_WITHDRAWN_MARKETING']);
  });

  test('works after the link is over; another’s, an altered or an empty one changes nothing', async () => {
    const one = await reachable();
    await agreed(one.id);
    const [token, old] = [tokenOf(one), tokenOf(one, new Date(Date.now() - 500 * 86_400_000))];
    expect((await press(`?t=${token}x&p=MARKETING`)).status).toBe(404);
    expect((await press(`?t=${token}&p=NOTHING`)).status).toBe(404);
    expect((await press('')).status).toBe(404);
    expect((await press(`?t=${token}&p=MARKETING`, 'x=1')).status).toBe(400);
    expect(await eventsOf(one.id)).toHaveLength(1);
    expect((await press(`?t=${old}&p=MARKETING`)).status).toBe(200);
    expect(await eventsOf(one.id)).toHaveLength(2);
  });
});
