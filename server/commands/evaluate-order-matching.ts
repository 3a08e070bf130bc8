import { join, resolve } from 'node:path';
import { usualBars, Verdict } from '../features/matching/decide.rules.js';
import { matchAll } from '../features/matching/match.rules.js';
import { countryOfPhones } from '../features/matching/phone.rules.js';
import { profileOf } from '../features/matching/profile.rules.js';
import type { Evaluation } from './evaluate.js';
import { knownOf, personColumns } from './evaluate-people.js';
import { readTable, writeTable } from './evaluate-table.js';
import { UsageError } from './typed.js';

/** Links of orders to clients that need nobody, and, where wanted, those for somebody to look at with what speaks for them. */
export const evaluateOrderMatching: Evaluation = {
  usage: 'FOLDER with clients.csv, orders.csv → order_id,client_id   --proposals FILE --bar 0.99',
  options: ['proposals', 'bar'],
  async run({ input, output, options: { proposals, bar = String(usualBars.link) } }) {
    const link = Number(bar);
    if (!(link > 0.5 && link <= 1)) throw new UsageError('--bar is above 0.5 and at most 1');
    const read = async (name: string) =>
      (await readTable(join(input, name), personColumns)).map(({ first, row }) => knownOf(first, row));
    const [clients, orders] = [await read('clients.csv'), await read('orders.csv')];
    const country = countryOfPhones([...clients, ...orders].flatMap(({ phone }) => phone || []));
    const { matched } = matchAll(
      orders.map((order) => profileOf(order, country)),
      clients.map((client) => profileOf(client, country)),
      { ...usualBars, link },
    );
    const [links, proposed]: [string[][], string[][]] = [[], []];
    for (const { record, candidates } of matched) {
      const linked = candidates.find(({ verdict }) => verdict === Verdict.LINK);
      if (linked) links.push([record.id, linked.profile.id]);
      else
        for (const { profile, probability, evidence, contradictions } of candidates) {
          const speaks = evidence.map(({ field, level, bits }) => `${field} ${level} ${bits.toFixed(1)}`);
          proposed.push([record.id, profile.id, probability.toFixed(4), [...speaks, ...contradictions].join('; ')]);
        }
    }
    await writeTable(output, ['order_id', 'client_id'], links);
    const file = proposals && resolve(process.env.INIT_CWD ?? '.', proposals);
    if (file) await writeTable(file, ['order_id', 'client_id', 'score', 'evidence'], proposed);
    process.stderr.write(
      `  ${orders.length} orders, ${clients.length} clients: ${links.length} linked, ${proposed.length} proposed\n`,
    );
  },
};
