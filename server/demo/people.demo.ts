import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { hashPassword } from '../features/session/password.service.js';
import { User } from '../features/user/user.entity.js';
import { UserRole } from '../features/user/user-role.entity.js';
import type { Scene } from './scene.js';
import { DEMO_PASSWORD, type Person, type PersonKey, people } from './world/people.js';

/** The accounts. Four sign in; the others are there to be worked with. */
export async function addPeople(scene: Scene, ctx: Pick<Context, 'query'>): Promise<void> {
  const random = scene.random('people');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  // Whoever tries the product comes in by the password that is shown.
  await ctx.query(
    sql`insert into setting (key, value) values ('secondFactor', '"OPTIONAL"'::jsonb) on conflict (key) do nothing`,
  );
  const roles = await ctx.query<{ id: string; key: string }>(sql`select id, key from role`);
  const now = scene.clock.past(0, 8, 0);
  const roleId = (key: string): string => {
    const role = roles.find((known) => known.key === key);
    if (!role) throw new Error(`no role ${key}`);
    return role.id;
  };
  for (const [i, [key, person]] of Object.entries<Person>(people).entries()) {
    const createdAt = scene.clock.workday(1200 - 9 * i, 9, i);
    const id = random.id(createdAt);
    scene.people[key as PersonKey] = id;
    scene.rows.add(User, {
      id,
      name: person.name,
      email: person.email,
      phone: person.phone,
      passwordHash: person.signsIn ? passwordHash : null,
      demo: true,
      createdAt,
      lastLoginAt: random.chance(0.8) ? scene.clock.past(random.between(0, 9), 8, random.between(0, 59)) : null,
    });
    scene.rows.add(UserRole, { id: random.id(createdAt), userId: id, roleId: roleId(person.role) });
  }
  // Last, so that everybody else stays who they are.
  for (const [key, { also }] of Object.entries<Person>(people))
    if (also) scene.rows.add(UserRole, { id: random.id(now), userId: scene.people[key as PersonKey], roleId: roleId(also) });
}
