import { cutoffsOf, FEWEST, type Figures, type Scores, scoresOf, segmentOf } from '../figures/rfm.rules.js';
import type { Segment } from '../figures/segment.entity.js';
import type { Columns } from '../import/columns.rules.js';
import { readDate } from '../import/dates.rules.js';
import { figureOf, linesOf } from '../import/figures-file.rules.js';
import type { Refusal } from '../import/refusal.rules.js';

type Field = 'customer' | 'date' | 'amount';

const columns: Columns<Field> = {
  fields: ['customer', 'date', 'amount'],
  required: ['customer', 'date', 'amount'],
  headersOf: {
    customer: 'customer customerid client clientid id email',
    date: 'date orderdate placedat invoicedate purchasedate transactiondate day',
    amount: 'amount revenue total price value monetary sales spend orderamount totalcents',
  },
};

/** A customer of a file of purchases. No scores where there are too few customers to compare. */
export interface ScoredCustomer extends Figures {
  customer: string;
  scores: (Scores & { segment: Segment }) | null;
}

export interface ScoredFile {
  /** In the order of their first purchase in the file. */
  customers: ScoredCustomer[];
  refused: Refusal[];
}

const DAY_MS = 86_400_000;
/** Amounts are counted in millionths, whole numbers, so that sums and ties are exact. */
const MILLION = 1_000_000;

/** Scores the customers of a file of purchases, a line each, as customers are scored by their orders. */
export async function scoreRfmFile(bytes: AsyncIterable<Buffer>, asOf: string): Promise<ScoredFile> {
  const last = Date.parse(asOf);
  const known = new Map<string, Figures>();
  const refused: Refusal[] = [];
  for await (const { line, text, wrong } of linesOf(bytes, columns)) {
    const refuse = (code: string, value = '') => refused.push({ line, code, value: value.slice(0, 200), column: null });
    if (wrong) {
      refuse(wrong.code, wrong.value);
      continue;
    }
    const day = readDate(text('date'), 'UTC')?.dayFirst?.slice(0, 10);
    const amount = readAmount(text('amount'));
    if (text('customer') === '') refuse('NO_CUSTOMER');
    else if (!day) refuse('BAD_DATE', text('date'));
    else if (amount === null) refuse('BAD_AMOUNT', text('amount'));
    else if (Date.parse(day) <= last) {
      const recency = Math.round((last - Date.parse(day)) / DAY_MS);
      const before = known.get(text('customer')) ?? { recency, frequency: 0, monetary: 0 };
      known.set(text('customer'), {
        recency: Math.min(before.recency, recency),
        frequency: before.frequency + 1,
        monetary: before.monetary + amount,
      });
    }
  }
  return { customers: scored(known), refused };
}

function readAmount(text: string): number | null {
  const value = figureOf(text);
  return value === null ? null : Math.round(value * MILLION);
}

function scored(known: ReadonlyMap<string, Figures>): ScoredCustomer[] {
  const cutoffs = known.size < FEWEST ? null : cutoffsOf([...known.values()], MILLION);
  return [...known].map(([customer, figures]) => {
    const scores = cutoffs && scoresOf(figures, cutoffs);
    return {
      customer,
      ...figures,
      monetary: figures.monetary / MILLION,
      scores: scores && { ...scores, segment: segmentOf(scores) },
    };
  });
}
