import { readEmail, readPhone } from '../customer/identity.rules.js';
import { columnsOf, type Mapping } from '../import/columns.rules.js';
import { readDate } from '../import/dates.rules.js';
import { FileProblem } from '../import/file-problem.rules.js';
import { type Refusal, wrongShape } from '../import/refusal.rules.js';
import type { Row, Separator } from '../import/table.rules.js';
import { openTable } from '../import/table-file.rules.js';
import './order.words.js';
import { type OrderField, orderColumns } from './order-columns.rules.js';
import { decimalsOf, minorUnits, readDecimal, readStatus, textOfDecimal, times } from './order-values.rules.js';

/** What the sender says about a file. */
export interface FileOptions {
  mapping: Mapping<OrderField>;
  /** Of orders that name none. */
  currency: string;
  /** Of dates without an offset. */
  timeZone: string;
  /** Day or month first in dates such as 02/03/2026; null lets the file show it. */
  dates: 'day-first' | 'month-first' | null;
}

/** A line as the staging table takes it. */
export interface StagedLine {
  line: number;
  number: string;
  placed_day_first: string | null;
  placed_month_first: string | null;
  status: string | null;
  customer: string | null;
  email: string | null;
  phone: string | null;
  valid_email: string | null;
  valid_phone: string | null;
  name: string | null;
  address: string | null;
  city: string | null;
  postal_code: string | null;
  country: string | null;
  currency: string;
  sku: string | null;
  description: string | null;
  quantity: string;
  unit_price: string;
  unit_price_cents: string;
  total_cents: string;
}

const MOST_CENTS = 10n ** 12n;
const longest: Partial<Record<OrderField, number>> = { number: 100, customer: 100, email: 254, description: 1_000 };
const LONGEST_TEXT = 200;

export type Read = { staged: StagedLine } | { refused: Refusal };

/** The file's lines one after the other, each readable or refused. Fails with a FileProblem where the whole can't be read. */
export async function* readOrderFile(bytes: AsyncIterable<Buffer>, options: FileOptions): AsyncGenerator<Read> {
  if (decimalsOf(options.currency) === null) throw new FileProblem('UNKNOWN_CURRENCY', { currency: options.currency });
  const table = await openTable(bytes);
  let read: ((row: Row) => Read) | null = null;
  for await (const row of table.rows) {
    if (read) yield read(row);
    else read = lineReader(row.cells, table.separator, options);
  }
  if (!read) throw new FileProblem('EMPTY_IMPORT_FILE');
}

/** How to read a line of the file that has this header. */
function lineReader(headers: string[], separator: Separator | null, options: FileOptions): (row: Row) => Read {
  const columns = columnsOf(
    orderColumns,
    headers.map((header) => header.trim()),
    options.mapping,
    { separator },
  );
  const emails = remembered(readEmail);
  const phones = remembered(readPhone);
  const width = headers.length;
  return ({ cells: record, line }) => {
    const refuse = (code: string, value = ''): Read => ({ refused: { line, code, value: value.slice(0, 200), column: null } });
    const shape = wrongShape(record, width);
    if (shape) return refuse(shape.code, shape.value);
    const text = (field: OrderField): string | null => record[columns.get(field) ?? -1]?.trim() || null;
    for (const field of columns.keys()) {
      const value = text(field);
      if (value && value.length > (longest[field] ?? LONGEST_TEXT)) return refuse('TEXT_TOO_LONG', value);
    }
    const number = text('number');
    if (!number) return refuse('NO_ORDER_NUMBER');
    const date = readDate(text('placedAt') ?? '', options.timeZone);
    if (!date) return refuse('BAD_DATE', text('placedAt') ?? '');
    const quantity = readDecimal(text('quantity') ?? '', separator);
    if (!quantity) return refuse('BAD_QUANTITY', text('quantity') ?? '');
    const price = readDecimal(text('unitPrice') ?? '', separator);
    if (!price) return refuse('BAD_PRICE', text('unitPrice') ?? '');
    const status = text('status') === null ? null : readStatus(text('status')!);
    if (status === null && text('status') !== null) return refuse('BAD_STATUS', text('status')!);
    const currency = text('currency')?.toUpperCase() ?? options.currency;
    const decimals = decimalsOf(currency);
    if (decimals === null) return refuse('BAD_CURRENCY', currency);
    const total = minorUnits(times(quantity, price), decimals);
    const unit = minorUnits(price, decimals);
    if ([total, unit].some((cents) => cents > MOST_CENTS || cents < -MOST_CENTS))
      return refuse('LINE_AMOUNT_TOO_LARGE', `${textOfDecimal(quantity)} × ${textOfDecimal(price)}`);
    const [email, phone] = [text('email'), text('phone')];
    return {
      staged: {
        line,
        number,
        placed_day_first: options.dates === 'month-first' ? date.monthFirst : date.dayFirst,
        placed_month_first: options.dates === 'day-first' ? date.dayFirst : date.monthFirst,
        status,
        // A spreadsheet that took the column for numbers wrote 17850 as 17850.0.
        customer: text('customer')?.replace(/^(\d+)\.0$/, '$1') ?? null,
        email,
        phone,
        valid_email: email && emails(email),
        valid_phone: phone && phones(phone),
        name: text('name'),
        address: text('address'),
        city: text('city'),
        postal_code: text('postalCode'),
        country: text('country'),
        currency,
        sku: text('sku'),
        description: text('description'),
        quantity: textOfDecimal(quantity),
        unit_price: textOfDecimal(price),
        unit_price_cents: String(unit),
        total_cents: String(total),
      },
    };
  };
}

const MOST_REMEMBERED = 5_000;

/** The lines of an order repeat its e-mail address and phone number, which take long to check. */
function remembered(read: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
