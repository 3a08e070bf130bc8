import { createHash } from 'node:crypto';
import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { Invitation } from '../features/invitation/invitation.entity.js';
import { INVITATION_LIFE } from '../features/invitation/invitation.rules.js';
import { InvitationCustomer } from '../features/invitation/invitation-customer.entity.js';
import type { Scene } from './scene.js';
import type { Person, PersonKey } from './world/people.js';

interface Invited {
  email: string;
  role: Person['role'];
  by: PersonKey;
  daysAgo: number;
  /** Who they are now; nobody has answered where there is nobody. */
  accepted?: PersonKey;
  revoked?: true;
  customer?: string;
  finance?: boolean;
}

const KERVELLA = 'Transports Kervella';
const invited: readonly Invited[] = [
  {
    email: 'enora.bihan@transports-kervella.example',
    role: 'client',
    by: 'nadia',
    daysAgo: 1,
    customer: KERVELLA,
    finance: false,
  },
  { email: 'malo.kerbrat@froid-cornouaille.example', role: 'prestataire', by: 'claire', daysAgo: 3 },
  { email: 'compta@transports-kervella.example', role: 'client', by: 'nadia', daysAgo: 24, customer: KERVELLA, finance: true },
  { email: 'contact@partenaires-ouest.example', role: 'revendeur', by: 'claire', daysAgo: 40, revoked: true },
  {
    email: 'erwan.tanguy@transports-kervella.example',
    role: 'client',
    by: 'nadia',
    daysAgo: 180,
    accepted: 'erwan',
    customer: KERVELLA,
    finance: true,
  },
];

/** Who was asked in, and what came of it. No link to any of these was ever sent. */
export async function addInvitations(scene: Scene, ctx: Pick<Context, 'query'>): Promise<void> {
  const random = scene.random('invitations');
  const roles = await ctx.query<{ id: string; key: string }>(sql`select id, key from role`);
  for (const { email, role, by, daysAgo, accepted, revoked, customer, finance = true } of invited) {
    const createdAt = scene.clock.past(daysAgo, 10, 20);
    const later = new Date(createdAt.getTime() + 3 * 3_600_000);
    const id = random.id(createdAt);
    scene.rows.add(Invitation, {
      id,
      email,
      roleId: roles.find(({ key }) => key === role)!.id,
      invitedById: scene.people[by],
      locale: 'fr',
      tokenHash: createHash('sha256').update(id).digest('hex'),
      createdAt,
      sentAt: createdAt,
      expiresAt: new Date(createdAt.getTime() + INVITATION_LIFE * 86_400_000),
      acceptedAt: accepted ? later : null,
      acceptedById: accepted ? scene.people[accepted] : null,
      revokedAt: revoked ? later : null,
    });
    if (customer)
      scene.rows.add(InvitationCustomer, {
        id: random.id(createdAt),
        invitationId: id,
        customerId: scene.customer(customer).id,
        ...{ finance, documents: true, projects: true, tickets: true },
      });
  }
}
