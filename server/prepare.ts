import { BadConfig } from './config.js';
import type { Addresses } from './core/database/embedded-roles.js';
import { migrate } from './database.js';
import { hasPeople, seedDemo } from './demo/demo.js';
import { deliverActivities } from './features/register/delivered.service.js';
import { seedRoles } from './features/user/role.seed.js';
import type { Product } from './product.js';
import { step } from './terminal.js';

/** Brings the database up to date, with the roles it cannot do without and, at the first start, the demo data. */
export async function prepareDatabase(product: Product, addresses: Addresses): Promise<void> {
  const { config, database } = product;
  await step('Migrations', () => migrate(addresses));
  await seedRoles(product.system());
  await deliverActivities(product.system(), config.installLocale);
  const [{ demo }]: [{ demo: boolean }] = await database.query('select exists (select from "user" where demo) as demo');
  if (config.production && demo)
    throw new BadConfig(
      'This database has demo accounts, whose password everybody knows. Remove them before you go to production: see README.md',
    );
  if (config.demo && !(await hasPeople(product))) await step('Demo data', () => seedDemo(product));
}
