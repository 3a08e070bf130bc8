import { createHash } from 'node:crypto';

/** Chance that falls the same way each time: the same seed gives the same demo data. */
export class Random {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE();
  }

  /** From 0 up to but not 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)];
  }

  /** So many different ones, in an order of their own. */
  some<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(this.next() * left.length), 1)[0]);
  }

  /** A UUIDv7 of that instant: rows made up today sort by the day they tell of. */
  id(at: Date): string {
    const hex = () =>
      Math.floor(this.next() * 16 ** 6)
        .toString(16)
        .padStart(6, '0');
    return uuidAt(at, hex() + hex() + hex());
  }
}

/** The UUIDv7 of an instant, its other digits given: 18 of them in hexadecimal. */
export function uuidAt(at: Date, digits: string): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(digits[3], 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(6)}`;
}
