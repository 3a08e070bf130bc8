import { randomUUID } from 'node:crypto';
import type { Context } from '../core/context.js';
import { asPerson } from '../core/database/row-security.js';
import { sql } from '../core/sql.js';
import { monthsAfter, parisDay } from '../features/data-subject-request/request-clock.rules.js';
import { retainTonight } from '../features/retention/retention.jobs.js';
import type { Scene } from './scene.js';
import type { PersonKey } from './world/people.js';

const DAY_MS = 86_400_000;
const KEPT_MONTHS = 6;
const REFUSALS_KEPT_MONTHS = 24;
const people: readonly PersonKey[] = ['maelle', 'nadia', 'claire', 'erwan'];
/** Days before the one whose traces go today: those of the last went in the night before. */
const daysBefore = [0, 1, 4, 9];

/** An instant of the day before the one that many months ago: what began then goes this night. */
const goingTonight = (scene: Scene, months: number): number =>
  Date.parse(`${monthsAfter(parisDay(scene.clock.now), -months)}T10:00:00Z`) - DAY_MS;

/** Sign-ins of half a year ago, and mails that were stopped two years ago: the rules take most away last night, some this one. */
export async function addTraces(scene: Scene, ctx: Context): Promise<void> {
  const stopped = goingTonight(scene, REFUSALS_KEPT_MONTHS);
  for (const [at, { id }] of scene.customers.slice(4, 4 + daysBefore.length).entries())
    await ctx.query(sql`
      insert into contact_refusal (customer_id, purpose, channel, reason, at)
      values (${id}, 'MARKETING', 'EMAIL', 'NEVER_ASKED', ${new Date(stopped - daysBefore[at] * DAY_MS)})`);
  const last = goingTonight(scene, KEPT_MONTHS);
  for (const person of people) {
    await asPerson(ctx, scene.people[person]);
    for (const days of daysBefore) {
      const ended = new Date(last - days * DAY_MS);
      const began = new Date(ended.getTime() - DAY_MS);
      await ctx.query(sql`
        insert into session (user_id, refresh_hash, created_at, rotated_at, expires_at, ended_at, user_agent)
        values (${scene.people[person]}, ${randomUUID()}, ${began}, ${began}, ${ended}, ${ended}, 'Mozilla/5.0 Firefox/140.0')`);
    }
  }
}

/** The run of the night before, as it would have been: its report is one of what went. */
export const lastNight = (ctx: Context, now: Date): Promise<void> =>
  retainTonight(ctx, new AbortController().signal, parisDay(new Date(now.getTime() - DAY_MS)));
