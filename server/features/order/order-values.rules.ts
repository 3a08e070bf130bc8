import { plainWord } from '../import/columns.rules.js';
import type { Separator } from '../import/table.rules.js';
import { OrderStatus } from './order.entity.js';

/** A number as digits and where its point stands, so that money is never a binary fraction. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const PLAIN = /^[+-]?\d{1,12}(\.\d{1,6})?$/;

/**
 * `1234.56`, `1 234,56`, `1.234,56`, `1,234.56`, `12,50 €`. Of two signs the last is the decimal one. A single comma before three
 * digits marks thousands where commas separate the columns, as in English files, and decimals elsewhere.
 */
export function readDecimal(text: string, separator: Separator | null): Decimal | null {
  const trimmed = text.trim();
  const plain = PLAIN.test(trimmed) ? trimmed : withPoint(trimmed, separator);
  if (plain === null || !PLAIN.test(plain)) return null;
  const [whole, fraction = ''] = plain.split('.');
  return { digits: BigInt(whole.replace('+', '') + fraction), scale: fraction.length };
}

function withPoint(text: string, separator: Separator | null): string | null {
  const bare = text.replace(/[\s\u00a0\u202f’']/g, '').replace(/^[€$£]|[€$£]$/g, '');
  const commas = bare.split(',').length - 1;
  const points = bare.split('.').length - 1;
  if (commas > 0 && points > 0) {
    const decimal = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
    const thousands = decimal === ',' ? '.' : ',';
    const [whole, fraction, ...more] = bare.split(decimal);
    if (more.length > 0 || fraction.includes(thousands) || !isGrouped(whole, thousands)) return null;
    return `${whole.replaceAll(thousands, '')}.${fraction}`;
  }
  if (commas > 1) return isGrouped(bare, ',') ? bare.replaceAll(',', '') : null;
  if (points > 1) return isGrouped(bare, '.') ? bare.replaceAll('.', '') : null;
  if (commas === 1 && separator === ',' && isGrouped(bare, ',')) return bare.replace(',', '');
  return bare.replace(',', '.');
}

const isGrouped = (text: string, sign: string): boolean => {
  const [first, ...groups] = text.replace(/^[+-]/, '').split(sign);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};

export const isPositive = ({ digits }: Decimal): boolean => digits > 0n;

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** In the smallest unit of a currency that has so many decimals; a half goes away from zero. */
export function minorUnits({ digits, scale }: Decimal, decimals: number): bigint {
  if (scale <= decimals) return digits * 10n ** BigInt(decimals - scale);
  const unit = 10n ** BigInt(scale - decimals);
  const half = digits < 0n ? -unit / 2n : unit / 2n;
  return (digits + half) / unit;
}

export function textOfDecimal({ digits, scale }: Decimal): string {
  if (scale === 0) return String(digits);
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const statuses: Record<OrderStatus, string> = {
  [OrderStatus.CANCELLED]: 'cancelled canceled cancel annule annulee annulation voided refunded rembourse remboursee returned',
  [OrderStatus.CONFIRMED]:
    'confirmed confirme confirmee validated valide validee paid paye payee completed complete terminee shipped expedie expediee delivered livre livree invoiced facturee',
  [OrderStatus.PENDING]:
    'pending enattente attente open new nouveau nouvelle draft brouillon onhold unpaid impayee processing encours',
};
const statusOf = new Map(
  Object.entries(statuses).flatMap(([status, words]) => words.split(' ').map((word) => [word, status as OrderStatus])),
);

/** Null for a word nobody knows. */
export const readStatus = (text: string): OrderStatus | null => statusOf.get(plainWord(text)) ?? null;

const decimalsKnown = new Map<string, number | null>();

/** How many decimals a currency has; null for a code that names none. */
export function decimalsOf(currency: string): number | null {
  const known = decimalsKnown.get(currency);
  if (known !== undefined) return known;
  const isOne = /^[A-Z]{3}$/.test(currency) && currencies.has(currency);
  const decimals = isOne
    ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
    : null;
  if (decimalsKnown.size < 1_000) decimalsKnown.set(currency, decimals);
  return decimals;
}
const currencies = new Set(Intl.supportedValuesOf('currency'));
