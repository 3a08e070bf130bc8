import { type MutationRow, row } from './mutation.row.js';

const wrong = (code: string) => ({ own: code, foreign: code });
const password = 'quatre mots sans rapport';
const token = 'none';

/** Everybody's own account, and the ways in for those who have none or lost theirs. */
export const accountMutations: readonly MutationRow[] = [
  row('updateProfile', 'nothing', () => ({ name: 'Test' }), { everyone: 'ok' }),
  // The right password would end the sessions that the rest of the table needs: being asked for it is enough.
  row('changePassword', 'nothing', () => ({ currentPassword: 'wrong', newPassword: password }), {
    everyone: wrong('WRONG_PASSWORD'),
  }),
  row('requestEmailChange', 'nothing', () => ({ email: 'new@test.example', password: 'wrong' }), {
    everyone: wrong('WRONG_PASSWORD'),
  }),
  row('inviteUser', 'nothing', () => ({ email: `${crypto.randomUUID()}@test.example`, roleKey: 'prestataire' }), {
    admins: 'ok',
  }),
  row('resendInvitation', 'invitation', (id) => ({ id }), { admins: 'all' }),
  row('revokeInvitation', 'invitation', (id) => ({ id }), { admins: 'all' }),
  row(
    'addMembership',
    'account',
    (userId, { customer: customerId }) => ({ customerId, userId }),
    { admins: 'all' },
    { hidden: 'UNKNOWN_USER' },
  ),
  row('updateMembership', 'membership', (id) => ({ id, finance: false }), { admins: 'all' }),
  row('endMembership', 'membership', (id) => ({ id }), { admins: 'all' }),
  row('acceptInvitation', 'nothing', () => ({ token }), { everyone: wrong('INVITATION_UNKNOWN') }),
  row('register', 'nothing', () => ({ invitationToken: token, name: 'Test', password }), {}, { open: 'INVITATION_UNKNOWN' }),
  row('requestPasswordReset', 'nothing', () => ({ email: 'nobody@test.example' }), {}, { open: 'ok' }),
  row('resetPassword', 'nothing', () => ({ token, password }), {}, { open: 'LINK_UNKNOWN' }),
  row('confirmEmailChange', 'nothing', () => ({ token }), {}, { open: 'LINK_UNKNOWN' }),
  row('cancelEmailChange', 'nothing', () => ({ token }), {}, { open: 'LINK_UNKNOWN' }),
  // Both are closed until a superadmin opens them.
  row('requestMagicLink', 'nothing', () => ({ email: 'nobody@test.example' }), {}, { open: 'MAGIC_LINK_CLOSED' }),
  row('signInWithMagicLink', 'nothing', () => ({ token }), {}, { open: 'MAGIC_LINK_CLOSED' }),
  row('confirmRegistration', 'nothing', () => ({ token, password }), {}, { open: 'LINK_UNKNOWN' }),

  row('followNewCustomers', 'nothing', () => ({ following: true }), { team: 'ok' }),
  // Views of lists: one's own, and what the team shares is for managers to look after.
  row('saveView', 'nothing', () => ({ list: 'invoices', name: 'Vue', query: 'status=PAID' }), { everyone: 'ok' }),
  row(
    'saveView',
    'nothing',
    () => ({ list: 'invoices', name: crypto.randomUUID(), query: '', shared: true }),
    { managers: 'ok' },
    { title: 'for the team' },
  ),
  row('updateSavedView', 'view', (of) => ({ id: of, query: 'q=1' }), { everyone: 'own' }),
  row(
    'updateSavedView',
    'teamView',
    (of) => ({ id: of, query: 'q=1' }),
    { members: 'none', prestataire: 'none', revendeur: 'none', staff: 'seenAll', managers: 'all' },
    { title: 'of the team' },
  ),
  row('orderSavedViews', 'view', (of) => ({ ids: [of] }), { everyone: 'own' }),
  row('deleteSavedView', 'view', (of) => ({ id: of }), { everyone: 'own' }),
];
