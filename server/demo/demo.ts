import { Readable } from 'node:stream';
import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { claimKey, reserveKeys } from '../core/storage/unclaimed.js';
import { Customer } from '../features/customer/customer.entity.js';
import { readWaiting } from '../features/document/document-text.service.js';
import { eraseNow } from '../features/erasure/erasure.service.js';
import { fitLifetimes } from '../features/lifetime/fit.service.js';
import { Mission } from '../features/mission/mission.entity.js';
import { drawFigures } from '../features/portfolio/figures-draw.service.js';
import { Project } from '../features/project/project.entity.js';
import { WorkOrder } from '../features/vehicle/work-order.entity.js';
import type { Product } from '../product.js';
import { addActivities } from './activities.demo.js';
import { addAudit } from './audit.demo.js';
import { addBreaches } from './breaches.demo.js';
import { addConsents } from './consents.demo.js';
import { addCustomFields } from './custom-fields.demo.js';
import { addCustomers } from './customers.demo.js';
import { addDocuments, FILE_COUNT } from './documents.demo.js';
import { addDuplicates } from './duplicates.demo.js';
import { addEmailTemplates } from './email-templates.demo.js';
import { addEntries, tieDocuments } from './entries.demo.js';
import { addInvitations } from './invitations.demo.js';
import { addInvoices, keepSeries } from './invoices.demo.js';
import { addMails } from './mails.demo.js';
import { addMissions } from './missions.demo.js';
import { addNotifications } from './notifications.demo.js';
import { addOpportunities } from './opportunities.demo.js';
import { addOrders } from './orders.demo.js';
import { addPeople } from './people.demo.js';
import { addProjects } from './projects.demo.js';
import { addRegisters, tieRegisters } from './registers.demo.js';
import { addRequests } from './requests.demo.js';
import { addTraces, lastNight } from './retention.demo.js';
import { addSavedViews } from './saved-views.demo.js';
import { Scene } from './scene.js';
import { addSegments } from './segments.demo.js';
import { addShopOrders } from './shop-orders.demo.js';
import { addVehicles } from './vehicles.demo.js';

export async function hasPeople({ system }: Pick<Product, 'system'>): Promise<boolean> {
  const [{ some }] = await system().query<{ some: boolean }>(sql`select exists (select from "user") as some`);
  return some;
}

/** Groupe Hélia and its world, into a database nobody has an account in: all of it or nothing. Answers whether it did. */
export async function seedDemo(product: Pick<Product, 'system'>, { now = new Date() }: { now?: Date } = {}): Promise<boolean> {
  if (await hasPeople(product)) return false;
  const ctx = product.system();
  const keys = await reserveKeys(ctx, FILE_COUNT);
  await ctx.db.transaction((transaction) => seed(ctx.inside(transaction), now, keys));
  await lastNight(ctx, now);
  return true;
}

async function seed(ctx: Context, now: Date, keys: readonly string[]): Promise<void> {
  const scene = new Scene(now, {
    customer: await nextOf(ctx, 'customer'),
    project: await nextOf(ctx, 'project'),
    mission: await nextOf(ctx, 'mission'),
    work_order: await nextOf(ctx, 'work_order'),
  });
  await addPeople(scene, ctx);
  addCustomers(scene);
  await addInvitations(scene, ctx);
  addActivities(scene);
  addProjects(scene);
  addMissions(scene);
  const { bytes, proof } = await addDocuments(scene, keys);
  await addConsents(scene, ctx, proof);
  addOrders(scene);
  await addShopOrders(scene, ctx);
  await addDuplicates(scene, ctx);
  const invoices = addInvoices(scene);
  await addOpportunities(scene, ctx);
  addNotifications(scene);
  addVehicles(scene);
  addCustomFields(scene);
  addSavedViews(scene);
  const ties = addEntries(scene);
  addMails(scene);
  addEmailTemplates(scene);
  addRegisters(scene);
  addBreaches(scene);
  addRequests(scene);
  await scene.rows.write(ctx);
  await tieDocuments(ctx, ties);
  await tieRegisters(ctx, scene);
  await addAudit(scene, ctx);
  await addTraces(scene, ctx);
  await keepSeries(ctx, invoices);
  for (const [name, made] of [
    ['customer', scene.rows.of(Customer)],
    ['project', scene.rows.of(Project)],
    ['mission', scene.rows.of(Mission)],
    ['work_order', scene.rows.of(WorkOrder)],
  ] as const)
    await ctx.query(sql`select max(nextval(${`${name}_reference`}::regclass)) from generate_series(2, ${made.length}::int)`);
  for (const [key, content] of bytes) {
    await claimKey(ctx, key);
    await ctx.services.storage.put(key, Readable.from([content]));
  }
  await readWaiting(ctx);
  await workOut(ctx, now);
  await addSegments(ctx, scene);
  await eraseOne(ctx, scene);
}

/** Somebody of long ago: what they paid for is in the archive, and no one is told who they were. */
async function eraseOne(ctx: Context, scene: Scene): Promise<void> {
  const { id } = scene.customer('Soizic Le Bihan');
  await eraseNow(ctx, await ctx.db.findOneByOrFail(Customer, { id }));
}

async function nextOf(ctx: Context, name: keyof Scene['first']): Promise<number> {
  const [{ next }] = await ctx.query<{ next: string }>(sql`select nextval(${`${name}_reference`}::regclass) as next`);
  return Number(next);
}

const MONTHS = 6;
const FOUR_WEEKS = 28 * 86_400_000;
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The models and figures of the day, and before them those of earlier ones: health has a past, as the same data told it then. */
async function workOut(ctx: Context, now: Date): Promise<void> {
  for (let month = MONTHS; month > 0; month--) await drawFigures(ctx, paris.format(now.getTime() - month * FOUR_WEEKS));
  await fitLifetimes(ctx, paris.format(now));
  await drawFigures(ctx, paris.format(now));
}
