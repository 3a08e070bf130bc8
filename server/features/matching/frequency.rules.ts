import { type AddressKey, streetWord } from './address.rules.js';
import type { Profile } from './profile.rules.js';

/** How often values stand among those who may be meant. A value that many share says less. */
export type Frequencies = Record<
  'email' | 'domain' | 'phone' | 'token' | 'name' | 'address' | 'street' | 'city' | 'postcode' | 'birthDate' | 'legalId',
  ReadonlyMap<string, number>
> & {
  /** How many were counted. */
  size: number;
};

export type Counted = Exclude<keyof Frequencies, 'size'>;

/**
 * How many others are to be expected to have a value that only one was seen with: few share an e-mail address, many a town. What the
 * data show (Good and Turing: twice the values seen twice over those seen once) is believed within bounds.
 */
const OTHERS: Record<Counted, { least: number; most: number }> = {
  email: { least: 0.002, most: 0.05 },
  domain: { least: 0.5, most: 1 },
  phone: { least: 0.01, most: 0.1 },
  token: { least: 0.5, most: 1 },
  name: { least: 0.05, most: 0.5 },
  address: { least: 0.2, most: 1 },
  street: { least: 0.5, most: 1 },
  city: { least: 0.5, most: 1 },
  postcode: { least: 0.5, most: 1 },
  birthDate: { least: 0.3, most: 1 },
  legalId: { least: 0.002, most: 0.05 },
};

/** The values of a profile that are counted. */
export function valuesOf({
  emails,
  phones,
  names,
  places,
  birthDate,
  legalId,
}: Profile): Partial<Record<Counted, readonly string[]>> {
  const all = (values: readonly (string | null | undefined)[]) => [
    ...new Set(values.filter((value): value is string => Boolean(value))),
  ];
  return {
    email: emails.map(({ key }) => key),
    domain: all(emails.map(({ domain }) => domain)),
    phone: phones,
    token: all(names.flatMap(({ tokens }) => tokens)),
    name: names.map(({ tokens }) => fullName(tokens)),
    address: all(places.map(({ address }) => (address?.number ? houseOf(address) : null))),
    street: all(places.map(({ address }) => address && streetWord(address))),
    city: all(places.map(({ area }) => area.city)),
    postcode: all(places.map(({ area }) => area.postcode)),
    birthDate: all([birthDate]),
    legalId: all([legalId]),
  };
}

export const fullName = (tokens: readonly string[]): string => [...tokens].sort().join(' ');
export const houseOf = (address: AddressKey): string => `${address.number ?? ''} ${streetWord(address)}`;

export function countValues(profiles: Iterable<Profile>): Frequencies {
  const counts = Object.fromEntries(Object.keys(OTHERS).map((what) => [what, new Map<string, number>()])) as Record<
    Counted,
    Map<string, number>
  >;
  let size = 0;
  for (const profile of profiles) {
    size += 1;
    for (const [what, values] of Object.entries(valuesOf(profile)) as [Counted, string[]][])
      for (const value of values) counts[what].set(value, (counts[what].get(value) ?? 0) + 1);
  }
  return { ...counts, size };
}

/** For each kind of value, how many others to expect behind one that was seen once. */
export function expectedOthers(frequencies: Frequencies): Record<Counted, number> {
  const seen = {} as Record<Counted, Seen>;
  for (const what of counted) {
    let [once, twice] = [0, 0];
    for (const count of frequencies[what].values()) {
      if (count === 1) once += 1;
      else if (count === 2) twice += 1;
    }
    seen[what] = { once, twice };
  }
  return expectedFrom(seen);
}

/** How many values of a kind stand once, and how many twice. */
export interface Seen {
  once: number;
  twice: number;
}

export const counted = Object.keys(OTHERS) as Counted[];

export const expectedFrom = (seen: Partial<Record<Counted, Seen>>): Record<Counted, number> =>
  Object.fromEntries(
    counted.map((what) => {
      const { once, twice } = seen[what] ?? { once: 0, twice: 0 };
      const { least, most } = OTHERS[what];
      return [what, Math.min(most, Math.max(least, once > 0 ? (2 * twice) / once : least))];
    }),
  ) as Record<Counted, number>;
