import {
  AddressAgreement,
  type AddressKey,
  type Area,
  AreaAgreement,
  compareAddresses,
  compareAreas,
  streetWord,
} from './address.rules.js';
import { compareEmails, EmailAgreement, type EmailKey } from './email.rules.js';
import { type Counted, fullName, houseOf } from './frequency.rules.js';
import type { MatchField, Model } from './model.rules.js';
import { compareNames, NameAgreement, type NameComparison, type NameKey } from './name.rules.js';
import { comparePhones, PhoneAgreement } from './phone.rules.js';
import type { Place, Profile } from './profile.rules.js';
import { edits } from './text.rules.js';

/** How two records compare in one field. */
export interface Compared {
  field: MatchField;
  level: number;
  /** How often two who are not the same reach this level with these values (u of Fellegi and Sunter, by the values' own frequency). */
  chance: number;
}

export type Comparison = Compared[];

/** Parts of a name go together more often than chance would have it: families, regions, generations. */
const NAME_PARTS_GO_TOGETHER = 0.9;
/** Words that are near each other may be two names as well as one with a slip. */
const NEAR_NAMES = 4;
/** The same family or the same house: something in common, and something else. */
const PARTLY_BY_CHANCE = 0.3;

const atMost = (most: number, value: number): number => Math.min(most, value);

/** Counts and chances over those who may be meant. */
class Chances {
  private readonly size: number;

  constructor(private readonly model: Model) {
    this.size = Math.max(20, model.frequencies.size);
  }

  /** Of another one having this value. */
  of(what: Counted, value: string): number {
    const seen = this.model.frequencies[what].get(value) ?? 0;
    return (Math.max(0, seen - 1) + this.model.expected[what]) / this.size;
  }

  /** Of so many others, on average, having what is compared. */
  others(count: number): number {
    return count / this.size;
  }

  /** Both stand in several records as they are: Renard and Richard are two names, not a slip. */
  readonly areTwoNames = (left: string, right: string): boolean => {
    const seen = (token: string) => this.model.frequencies.token.get(token) ?? 0;
    const several = Math.max(2, this.size / 5_000);
    return seen(left) >= several && seen(right) >= several;
  };

  name(found: NameComparison, whole: readonly NameKey[]): number {
    const { same, near, initials } = found;
    let chance = 1;
    for (const [token] of same) chance *= this.of('token', token);
    for (const pair of near) chance *= atMost(1, NEAR_NAMES * Math.max(...pair.map((token) => this.of('token', token))));
    for (const [left, right] of initials) chance *= Math.max(0.07, Math.min(this.of('token', left), this.of('token', right)));
    const parts = atMost(0.95, chance ** NAME_PARTS_GO_TOGETHER);
    if (found.level !== NameAgreement.SAME || same.length < 2) return parts;
    const namesakes = Math.max(...whole.map(({ tokens }) => (this.model.frequencies.name.get(fullName(tokens)) ?? 0) - 1));
    return Math.max(parts, this.others(Math.max(0, namesakes)));
  }

  email(level: EmailAgreement, a: EmailKey, b: EmailKey): number {
    if (level === EmailAgreement.SAME) return this.of('email', a.key);
    if (level === EmailAgreement.NEAR) return this.others(a.isPublic || b.isPublic ? 0.03 : 0.01);
    if (level === EmailAgreement.SAME_NAME) return this.others(0.3);
    return level === EmailAgreement.SAME_ORGANISATION ? this.larger('domain', a.domain, b.domain) : 0.99;
  }

  phone(level: PhoneAgreement, a: string, b: string): number {
    if (level === PhoneAgreement.SAME) return this.larger('phone', a, b);
    return level === PhoneAgreement.NEAR ? this.others(0.3) + 1e-4 : 0.99;
  }

  address(level: AddressAgreement, a: AddressKey, b: AddressKey): number {
    if (level === AddressAgreement.SAME) return this.larger('address', houseOf(a), houseOf(b));
    return level === AddressAgreement.STREET ? this.larger('street', streetWord(a), streetWord(b)) : 0.98;
  }

  area(level: AreaAgreement, a: Area, b: Area): number {
    if (level === AreaAgreement.POSTCODE) return this.of('postcode', a.postcode!);
    if (level === AreaAgreement.CITY) return this.of('city', a.city!);
    return level === AreaAgreement.NEAR_CITY ? this.larger('city', a.city!, b.city!) : 0.9;
  }

  private larger(what: Counted, a: string, b: string): number {
    return Math.max(this.of(what, a), this.of(what, b));
  }
}

const isNearId = (a: string, b: string): boolean => Math.min(a.length, b.length) >= 6 && edits(a, b, 1) <= 1;
const isNearDate = (a: string, b: string): boolean =>
  edits(a, b, 1) <= 1 ||
  (a.length === 8 && a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6));

/** Of all that the two have of a kind, the pair that agrees most; null where one of them has none. */
function best<T>(
  mine: readonly T[],
  theirs: readonly T[],
  levelOf: (a: T, b: T) => number,
): { a: T; b: T; level: number } | null {
  let found: { a: T; b: T; level: number } | null = null;
  for (const a of mine)
    for (const b of theirs) {
      const level = levelOf(a, b);
      if (!found || level > found.level) found = { a, b, level };
    }
  return found;
}

/** Every town has a 12 rue Voltaire. */
function comparePlaces(a: Place, b: Place): { house: AddressAgreement | null; area: AreaAgreement | null } {
  const area = compareAreas(a.area, b.area);
  const house = a.address && b.address ? compareAddresses(a.address, b.address) : null;
  const elsewhere = house === AddressAgreement.SAME && area === AreaAgreement.OTHER;
  return { house: elsewhere ? AddressAgreement.STREET : house, area };
}

/** Compares what both sides say; what one side leaves out says nothing. */
export function comparer(model: Model): (a: Profile, b: Profile) => Comparison {
  const chances = new Chances(model);
  return (a, b) => {
    const found: Comparison = [];
    const email = best(a.emails, b.emails, compareEmails);
    if (email) found.push({ field: 'email', level: email.level, chance: chances.email(email.level, email.a, email.b) });
    const phone = best(a.phones, b.phones, comparePhones);
    if (phone) found.push({ field: 'phone', level: phone.level, chance: chances.phone(phone.level, phone.a, phone.b) });
    const name = best(a.names, b.names, (left, right) => compareNames(left, right, chances.areTwoNames).level);
    if (name) {
      const chance = { [NameAgreement.OTHER]: 0.95, [NameAgreement.PARTLY]: PARTLY_BY_CHANCE }[name.level as 0 | 1];
      const compared = () => compareNames(name.a, name.b, chances.areTwoNames);
      found.push({ field: 'name', level: name.level, chance: chance ?? chances.name(compared(), [name.a, name.b]) });
    }
    const place = best(a.places, b.places, (left, right) => {
      const { house, area } = comparePlaces(left, right);
      return 10 * (house ?? 0.5) + (area ?? 0.5);
    });
    if (place) {
      const { house, area } = comparePlaces(place.a, place.b);
      if (house !== null)
        found.push({ field: 'address', level: house, chance: chances.address(house, place.a.address!, place.b.address!) });
      if (area !== null) found.push({ field: 'area', level: area, chance: chances.area(area, place.a.area, place.b.area) });
    }
    if (a.birthDate && b.birthDate) {
      const level = a.birthDate === b.birthDate ? 2 : isNearDate(a.birthDate, b.birthDate) ? 1 : 0;
      found.push({ field: 'birthDate', level, chance: [0.99, 0.003, chances.of('birthDate', a.birthDate)][level] });
    }
    if (a.legalId && b.legalId) {
      const level = a.legalId === b.legalId ? 2 : isNearId(a.legalId, b.legalId) ? 1 : 0;
      found.push({ field: 'legalId', level, chance: [0.99, chances.others(0.05), chances.of('legalId', a.legalId)][level] });
    }
    return found;
  };
}
