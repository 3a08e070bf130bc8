import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { isDay } from '../core/cursor.js';
import { scoreRfmFile } from '../features/analytics/rfm-file.rules.js';
import type { Evaluation } from './evaluate.js';
import { tellRefusals } from './evaluate-refusals.js';
import { UsageError } from './typed.js';

/** Recency, frequency and money of a file of purchases. */
export const evaluateRfm: Evaluation = {
  usage: 'CSV customer, date, amount → scores and segments   --as-of DATE',
  options: ['as-of'],
  async run({ input, output, options }) {
    const asOf = options['as-of'] ?? '';
    if (!isDay(asOf))
      throw new UsageError('--as-of DATE is needed, such as 2026-12-31: the day on which customers are looked at');
    const { customers, refused } = await scoreRfmFile(createReadStream(input), asOf);
    const rows = customers.map(({ customer, recency, frequency, monetary, scores }) => [
      customer,
      recency,
      frequency,
      monetary,
      scores?.r,
      scores?.f,
      scores?.m,
      scores?.segment,
    ]);
    const columns = ['customer', 'recency_days', 'frequency', 'monetary', 'r', 'f', 'm', 'segment'];
    await writeFile(output, stringify(rows, { header: true, columns }));
    if (customers.length > 0 && !customers[0].scores)
      process.stderr.write('Not enough data: fewer than 5 customers are nobody to compare with. No scores.\n');
    tellRefusals(refused);
  },
};
