import { randomUUID } from 'node:crypto';
import { bareRow, type MutationRow, row } from './mutation.row.js';

const id = (of: string) => ({ id: of });
const ownRole = { name: 'À nous', reach: 'CLIENT', rank: 5, permissions: ['viewer.read'] };

/** What each may do to people and roles. */
export const userMutations: readonly MutationRow[] = [
  // The house: admins manage whoever stands below them. Neither clients nor prestataires do, whatever they may.
  row('createUser', 'nothing', () => ({ name: 'Neuve', email: `${randomUUID()}@test.example`, roleKeys: ['client'] }), {
    admins: 'ok',
  }),
  row('updateUser', 'account', (of) => ({ id: of, name: 'Autre' }), { admins: 'all' }),
  row('suspendUser', 'account', id, { admins: 'all' }),
  row('reactivateUser', 'account', id, { admins: 'all' }),
  row('endUserSessions', 'account', id, { admins: 'all' }),
  row('endUserSessions', 'superadmin', id, { admin: 'seenAll', superadmin: 'all' }, { title: 'a superadmin' }),
  // The right password would end the sessions that the rest of the table needs.
  row('endAllSessions', 'nothing', () => ({ password: 'wrong' }), {
    superadmin: { own: 'WRONG_PASSWORD', foreign: 'WRONG_PASSWORD' },
  }),
  row('deleteUser', 'account', (of) => ({ id: of, rememberedAs: 'PSEUDONYM' }), { admins: 'all' }),
  row('assignRoles', 'account', (of) => ({ id: of, roleKeys: ['revendeur'] }), { admins: 'all' }),
  row('assignRole', 'account', (of) => ({ id: of, roleKey: 'revendeur' }), { admins: 'all' }),
  row('updateUser', 'admin', (of) => ({ id: of, name: 'Autre' }), { admin: 'seenAll', superadmin: 'all' }, { title: 'an admin' }),
  row('suspendUser', 'admin', id, { admin: 'seenAll', superadmin: 'all' }, { title: 'an admin' }),
  row(
    'deleteUser',
    'admin',
    (of) => ({ id: of, rememberedAs: 'NAME' }),
    { admin: 'seenAll', superadmin: 'all' },
    { title: 'an admin' },
  ),
  row(
    'assignRoles',
    'admin',
    (of) => ({ id: of, roleKeys: ['client'] }),
    { admin: 'seenAll', superadmin: 'all' },
    { title: 'an admin' },
  ),
  row('createRole', 'nothing', () => ({ ...ownRole, key: `own-${randomUUID().slice(0, 8)}` }), { admins: 'ok' }),
  row('updateRole', 'ownRole', (of) => ({ id: of, name: 'Autre' }), { admins: 'all' }),
  row(
    'updateRole',
    'adminRole',
    (of) => ({ id: of, name: 'Admin' }),
    { admin: 'seenAll', superadmin: 'all' },
    { title: 'admins’' },
  ),
  row('deleteRole', 'ownRole', id, { admins: 'all' }),
  row('deleteRole', 'adminRole', id, { admins: 'seenAll' }, { title: 'admins’' }),
  // Superadmins look with anybody's eyes but each other's.
  row('viewAs', 'account', (of) => ({ userId: of }), { superadmin: 'all' }),
  row('viewAs', 'superadmin', (of) => ({ userId: of }), { superadmin: 'seenAll' }, { title: 'a superadmin' }),
  bareRow('endViewAs', 'ok'),
];
