import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import type { Locale } from '../../core/words.js';
import { type DeliveredCode, deliveredBases } from './delivered.rules.js';
import { english } from './delivered-english.rules.js';
import { french } from './delivered-french.rules.js';

/** The activities of the product itself, each once: whatever became of one stays. Answers how many are new. */
export async function deliverActivities(ctx: Pick<Context, 'query'>, locale: Locale): Promise<number> {
  const texts = locale === 'fr' ? french : english;
  let made = 0;
  for (const [code, legalBases] of Object.entries(deliveredBases)) {
    const { name, purposes, people, data, recipients, retention, security } = texts[code as DeliveredCode];
    const added = await ctx.query(sql`
      insert into processing_activity (code, name, purposes, legal_bases, people, data, recipients, retention, security, started_on)
      values (${code}, ${name}, ${purposes}, ${legalBases}::text[], ${people}, ${data}, ${recipients}, ${retention}, ${security},
        (now() at time zone 'Europe/Paris')::date)
      on conflict do nothing returning id`);
    made += added.length;
  }
  return made;
}
