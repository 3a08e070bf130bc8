import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { lettersTo, letterTo } from '../support/letters.js';
import { type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: Awaited<ReturnType<typeof person>>;

beforeAll(async () => {
  server = await startServer();
  admin = await person(server, 'admin', 'Nolwenn Riou');
});
afterAll(() => server.stop());

const NEW = 'quatre mots sans rapport';
const SHOWN = `invitation { id email status role { key } invitedBy { id } acceptedBy { id } expiresAt
  customers { finance documents customer { id } } viewerCan { resend revoke } } userErrors { path code }`;
const INVITE = `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { ${SHOWN} } }`;
const RESEND = `mutation ($id: ID!) { resendInvitation(input: { id: $id }) { ${SHOWN} } }`;
const REVOKE = `mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { ${SHOWN} } }`;
const LOOK = 'query ($token: String!) { invitation(token: $token) { status email roleName portal invitedBy hasAccount } }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { email mustConfirm userErrors { path code } } }`;
const ACCEPT = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) {
  viewer { id portals } userErrors { path code } } }`;

const address = () => `${randomUUID()}@test.example`;
const invite = async (input: object, asker: Asker = admin) => (await server.ask(asker, INVITE, { input })).data.inviteUser;
const look = async (token: string) => (await server.ask(null, LOOK, { token })).data.invitation;
const register = async (invitationToken: string, password = NEW, name = 'Maëlle Kervella') =>
  (await server.ask(null, REGISTER, { input: { invitationToken, name, password, locale: 'en' } })).data.register;
const accept = async (asker: Asker, token: string) => (await server.ask(asker, ACCEPT, { token })).data.acceptInvitation;
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
const userOf = async (email: string) => (await server.database.query('select * from "user" where email = $1', [email]))[0];

async function invited(email = address()) {
  const { id: customerId } = await customer(server, { name: 'Menuiserie Le Goff' });
  const { invitation } = await invite({ email, roleKey: 'client', customers: [{ customerId, finance: false }] });
  const { token } = await letterTo(server, email);
  return { customerId, email, invitation, token };
}

describe('an invitation', () => {
  test('is mailed, looked at, accepted, and opens just what it says', async () => {
    const { customerId, email, invitation, token } = await invited();
    expect(invitation).toMatchObject({
      email,
      status: 'PENDING',
      role: { key: 'client' },
      invitedBy: { id: admin.id },
      acceptedBy: null,
      customers: [{ finance: false, documents: true, customer: { id: customerId } }],
      viewerCan: { resend: true, revoke: true },
    });
    const letter = await letterTo(server, email);
    expect(letter).toMatchObject({ subject: 'Nolwenn Riou vous invite sur Prisme', secret: true });
    expect(letter.text).toContain(`${server.config.origin}/client/invitation#${token}`);
    expect(await look(token)).toEqual({
      status: 'PENDING',
      email,
      roleName: 'Client',
      portal: 'CLIENT',
      invitedBy: 'Nolwenn Riou',
      hasAccount: false,
    });
    expect(await register(token)).toEqual({ email, mustConfirm: false, userErrors: [] });
    const user = await userOf(email);
    expect(user).toMatchObject({ name: 'Maëlle Kervella', locale: 'en', status: 'ACTIVE' });
    const login = await server.ask(
      null,
      'mutation ($input: LoginInput!) { login(input: $input) { accessToken viewer { portals } } }',
      { input: { email, password: NEW } },
    );
    expect(login.data.login.viewer.portals).toEqual(['CLIENT']);
    const mine = await server.ask({ token: login.data.login.accessToken }, '{ customers { nodes { id } } }');
    expect(mine.data.customers.nodes).toEqual([{ id: customerId }]);
    const [membership] = await server.database.query('select * from membership where user_id = $1', [user.id]);
    expect(membership).toMatchObject({ customer_id: customerId, finance: false, documents: true, projects: true, tickets: true });
    const { data } = await server.ask(
      admin,
      'query ($search: String!) { invitations(filter: { status: ACCEPTED, search: $search }) { nodes { id acceptedBy { id } viewerCan { revoke } } } }',
      { search: email },
    );
    expect(data.invitations.nodes).toEqual([{ id: invitation.id, acceptedBy: { id: user.id }, viewerCan: { revoke: false } }]);
  });

  test('is accepted once, also when it is twenty times at once', async () => {
    const { email, token } = await invited();
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(token)));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    for (const code of answers.flatMap(codes)) expect(['INVITATION_ACCEPTED', 'HAS_ACCOUNT']).toContain(code);
    expect(await server.database.query('select from "user" where email = $1', [email])).toHaveLength(1);
    expect(codes(await register(token))).toEqual(['INVITATION_ACCEPTED']);
    expect(await look(token)).toMatchObject({ status: 'ACCEPTED', email: null, invitedBy: null });
  });

  test('works no more once revoked, expired, sent again, or when whoever made it may invite no more', async () => {
    const revoked = await invited();
    expect((await server.ask(admin, REVOKE, { id: revoked.invitation.id })).data.revokeInvitation.invitation.status).toBe(
      'REVOKED',
    );
    expect(codes(await register(revoked.token))).toEqual(['INVITATION_REVOKED']);
    const settled = (await server.ask(admin, RESEND, { id: revoked.invitation.id })).data.resendInvitation;
    expect(codes(settled)).toEqual(['INVITATION_SETTLED']);

    const expired = await invited();
    await server.database.query('update invitation set expires_at = now() where id = $1', [expired.invitation.id]);
    expect(codes(await register(expired.token))).toEqual(['INVITATION_EXPIRED']);
    const again = (await server.ask(admin, RESEND, { id: expired.invitation.id })).data.resendInvitation;
    expect(again.invitation.status).toBe('PENDING');
    expect(codes(await register(expired.token))).toEqual(['INVITATION_UNKNOWN']);
    expect(codes(await register((await letterTo(server, expired.email, 2)).token))).toEqual([]);

    const gone = await person(server, 'admin');
    const email = address();
    await invite({ email, roleKey: 'staff' }, gone);
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [gone.id]);
    expect(codes(await register((await letterTo(server, email)).token))).toEqual(['INVITATION_REVOKED']);
    for (const to of [revoked.email, email]) expect(await userOf(to)).toBeUndefined();
  });

  test('adds to an account that is there, once its owner says so, signed in', async () => {
    const owner = await person(server, 'prestataire');
    const { customerId, token } = await invited(owner.email);
    expect(await look(token)).toMatchObject({ hasAccount: true });
    expect(codes(await register(token))).toEqual(['HAS_ACCOUNT']);
    expect(codesOf(await server.ask(null, ACCEPT, { token }))).toEqual(['UNAUTHENTICATED']);
    const other = await person(server, 'client');
    expect(codes(await accept(other, token))).toEqual(['INVITATION_OF_ANOTHER']);
    expect((await accept(owner, token)).viewer.portals.sort()).toEqual(['CLIENT', 'PRESTATAIRE']);
    expect(codes(await accept(owner, token))).toEqual(['INVITATION_ACCEPTED']);
    const members = await server.database.query('select user_id from membership where customer_id = $1', [customerId]);
    expect(members).toEqual([{ user_id: owner.id }]);
  });

  test('widens what somebody sees of a customer, and takes nothing away', async () => {
    const owner = await person(server, 'client');
    const { id: customerId } = await customer(server);
    const { id: other } = await customer(server);
    await member(server, owner.id, customerId, { documents: false });
    await invite({ email: owner.email, roleKey: 'client', customers: [{ customerId, finance: false }, { customerId: other }] });
    await accept(owner, (await letterTo(server, owner.email)).token);
    const [membership] = await server.database.query('select * from membership where user_id = $1 and customer_id = $2', [
      owner.id,
      customerId,
    ]);
    expect(membership).toMatchObject({ finance: true, documents: true });
  });

  test('is never to a role at or above one’s own, but by superadmins', async () => {
    for (const roleKey of ['admin', 'superadmin']) {
      const refused = await invite({ email: address(), roleKey });
      expect(refused.userErrors).toEqual([{ path: ['input', 'roleKey'], code: 'ROLE_ABOVE_YOURS' }]);
    }
    const superadmin = await person(server, 'superadmin');
    const email = address();
    const { invitation } = await invite({ email, roleKey: 'superadmin' }, superadmin);
    expect(invitation.role.key).toBe('superadmin');
    // Sent again in another's name, it would be theirs to give.
    expect(codes((await server.ask(admin, RESEND, { id: invitation.id })).data.resendInvitation)).toEqual(['ROLE_ABOVE_YOURS']);
    for (const role of ['client', 'staff', 'manager']) {
      const asker = await person(server, role);
      expect(codesOf(await server.ask(asker, INVITE, { input: { email: address(), roleKey: 'client' } }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await server.ask(asker, REVOKE, { id: invitation.id }))).toEqual(['FORBIDDEN']);
    }
  });

  test('says what is wrong at its field, and nobody is written to then', async () => {
    const { id: customerId } = await customer(server);
    const email = address();
    const refused = async (input: object) =>
      (await invite({ email, roleKey: 'client', customers: [{ customerId }], ...input })).userErrors;
    const at = (code: string, ...path: string[]) => [{ path: ['input', ...path], code }];
    expect(await refused({ email: 'no address' })).toEqual(at('INVALID_EMAIL', 'email'));
    expect(await refused({ roleKey: 'nobody' })).toEqual(at('UNKNOWN_ROLE', 'roleKey'));
    expect(await refused({ customers: [] })).toEqual(at('NO_CUSTOMER', 'customers'));
    expect(await refused({ roleKey: 'staff' })).toEqual(at('CUSTOMERS_FOR_CLIENTS', 'customers'));
    expect(await refused({ customers: [{ customerId }, { customerId: randomUUID() }] })).toEqual(
      at('UNKNOWN', 'customers', '1', 'customerId'),
    );
    expect(await refused({ customers: [{ customerId }, { customerId }] })).toEqual(at('TWICE', 'customers', '1', 'customerId'));
    expect(await refused({ customers: [{ customerId: 'x' }] })).toEqual(at('UNKNOWN', 'customers', '0', 'customerId'));
    expect(await refused({ locale: 'xx' })).toEqual(at('UNKNOWN_LOCALE', 'locale'));
    const colleague = await person(server, 'staff');
    expect(await refused({ email: colleague.email, roleKey: 'staff', customers: [] })).toEqual(at('ALREADY_HAS_ROLE', 'email'));
    const client = await person(server, 'client');
    await member(server, client.id, customerId);
    expect(await refused({ email: client.email })).toEqual(at('ALREADY_MEMBER', 'email'));
    expect(await lettersTo(server, email)).toEqual([]);
    expect(await refused({})).toEqual([]);
    expect(await refused({ email: email.toUpperCase() })).toEqual(at('ALREADY_INVITED', 'email'));
    expect(await lettersTo(server, email)).toHaveLength(1);
  });

  test('takes a password that nobody guesses, and stays open until then', async () => {
    const { email, token } = await invited();
    expect(codes(await register(token, 'kervella2'))).toEqual(['PASSWORD_PERSONAL']);
    expect(codes(await register(token, 'x'.repeat(10_000)))).toEqual(['TOO_LONG']);
    expect(codes(await register(token, NEW, ' '))).toEqual(['BLANK']);
    expect(codes(await register('x'.repeat(10_000)))).toEqual(['TOO_LONG']);
    expect(await look('x'.repeat(10_000))).toBeNull();
    expect(await userOf(email)).toBeUndefined();
    expect(codes(await register(token))).toEqual([]);
  });
});

test('an account that somebody of ours opens is written to, and its owner chooses the password', async () => {
  const email = address();
  const CREATE = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }';
  await server.ask(admin, CREATE, { input: { name: 'Yann Prigent', email, roleKeys: ['prestataire'] } });
  const letter = await letterTo(server, email);
  expect(letter.subject).toBe('Votre compte Prisme');
  const { data } = await server.ask(
    null,
    'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok userErrors { code } } }',
    { input: { token: letter.token, password: PASSWORD } },
  );
  expect(data.resetPassword).toEqual({ ok: true, userErrors: [] });
});
