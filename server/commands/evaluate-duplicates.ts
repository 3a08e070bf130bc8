import { readMapping } from '../features/import/columns.rules.js';
import { duplicatesIn } from '../features/matching/duplicates.rules.js';
import { countryOfPhones } from '../features/matching/phone.rules.js';
import { profileOf } from '../features/matching/profile.rules.js';
import type { Evaluation } from './evaluate.js';
import { knownOf, personColumns } from './evaluate-people.js';
import { readTable, writeTable } from './evaluate-table.js';

/** Records of people or companies, an id in the first column, that are probably of the same one. */
export const evaluateDuplicates: Evaluation = {
  usage: `CSV with an id first → id_a,id_b,score   --map FIELD=HEADER,… (${personColumns.fields.join(', ')})`,
  options: ['map'],
  async run({ input, output, options: { map = '' } }) {
    const rows = await readTable(input, personColumns, readMapping(personColumns, map));
    const people = rows.map(({ first, row }) => knownOf(first, row));
    const country = countryOfPhones(people.flatMap(({ phone }) => phone || []));
    const found = duplicatesIn(people.map((person) => profileOf(person, country)));
    await writeTable(
      output,
      ['id_a', 'id_b', 'score'],
      found.map(({ a, b, probability }) => [a.id, b.id, probability.toFixed(4)]),
    );
    process.stderr.write(`  ${people.length} records: ${found.length} pairs\n`);
  },
};
