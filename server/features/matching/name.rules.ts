import { isNear, plain } from './text.rules.js';

/** Legal forms, titles and words between: they say nothing about who it is. */
const SILENT = new Set(
  `sarl sas sasu sa eurl snc sci scp scop selarl selas gie ei eirl association assoc asso ste societe ets etablissements etablissement ltd
  limited llc llp plc inc incorporated corp corporation co company gmbh ag kg bv nv spa srl oy ab as sprl asbl monsieur madame mademoiselle
  m mr mme mlle mrs ms miss dr me maitre and et the le la les de du des d of und der die`.split(/\s+/),
);

const ABBREVIATIONS: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  cie: 'compagnie',
  rest: 'restaurant',
  internat: 'international',
  intl: 'international',
};

export interface NameKey {
  /** In the order they were written, without legal forms and titles. */
  tokens: string[];
  /** All letters in one go. */
  joined: string;
}

/** A name's words; what stands in brackets and says only where it is goes. */
export function nameKey(text: string | null | undefined, place: string | null = null): NameKey | null {
  if (!text) return null;
  const places = new Set(place ? plain(place).split(' ') : []);
  const outside = text.replace(/\(([^)]*)\)/g, (whole, inside: string) => {
    const words = plain(inside).split(' ');
    return words.every((word) => places.has(word)) || /^(at|ny|la|sf|paris|lyon|marseille)$/.test(words.join(' ')) ? ' ' : whole;
  });
  // "S.A.R.L." is one word, and so is "J.-P.".
  const words = plain(outside.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1'))
    .split(' ')
    .filter(Boolean);
  const telling = words.filter((word) => !SILENT.has(word));
  const tokens = [...new Set((telling.length > 0 ? telling : words).map((word) => ABBREVIATIONS[word] ?? word))].slice(0, 8);
  return tokens.length > 0 ? { tokens, joined: tokens.join('') } : null;
}

export enum NameAgreement {
  /** Nothing in common. */
  OTHER,
  /** Something in common, and on both sides something that is not. */
  PARTLY,
  /** All that the shorter one says is in the other, but for slips or as initials. */
  PART_NEAR,
  /** All that the shorter one says is in the other. */
  PART,
  /** The same but for slips or initials. */
  NEAR,
  SAME,
}

export interface NameComparison {
  level: NameAgreement;
  /** Words on both sides, as [mine, theirs]. */
  same: [string, string][];
  near: [string, string][];
  initials: [string, string][];
}

const isInitialOf = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];

/**
 * A word belongs to one of the other name's: the same one first, then one that is near (and is not known to be another name), then one
 * that it may be the initial of.
 */
export function compareNames(
  a: NameKey,
  b: NameKey,
  areTwoNames: (left: string, right: string) => boolean = () => false,
): NameComparison {
  const [mine, theirs] = [new Set(a.tokens), new Set(b.tokens)];
  const found: NameComparison = { level: NameAgreement.OTHER, same: [], near: [], initials: [] };
  const pair = (into: [string, string][], alike: (left: string, right: string) => boolean) => {
    for (const left of [...mine])
      for (const right of theirs)
        if (alike(left, right)) {
          into.push([left, right]);
          mine.delete(left);
          theirs.delete(right);
          break;
        }
  };
  pair(found.same, (left, right) => left === right);
  pair(found.near, (left, right) => isNear(left, right) && !areTwoNames(left, right));
  if (found.same.length + found.near.length > 0) pair(found.initials, isInitialOf);
  const slips = found.near.length + found.initials.length;
  if (mine.size === 0 || theirs.size === 0) {
    const whole = mine.size === 0 && theirs.size === 0;
    found.level = whole
      ? slips > 0
        ? NameAgreement.NEAR
        : NameAgreement.SAME
      : slips > 0
        ? NameAgreement.PART_NEAR
        : NameAgreement.PART;
  } else if (a.joined === b.joined)
    Object.assign(found, { level: NameAgreement.SAME, same: wholeOf(a, b), near: [], initials: [] });
  else if (a.tokens.length !== b.tokens.length && Math.min(a.joined.length, b.joined.length) >= 7 && isNear(a.joined, b.joined))
    Object.assign(found, { level: NameAgreement.NEAR, same: [], near: wholeOf(a, b), initials: [] });
  else if (found.same.length + found.near.length > 0) found.level = NameAgreement.PARTLY;
  return found;
}

/** Where the blanks stand elsewhere, words are taken as they come. */
const wholeOf = (a: NameKey, b: NameKey): [string, string][] => a.tokens.map((token, i) => [token, b.tokens[i] ?? token]);

/** How a word sounds, roughly: consonants, the doubled ones once, and what it begins with. */
export function soundOf(word: string): string {
  const text = word
    .replace(/^h/, '')
    .replace(/ph/g, 'f')
    .replace(/qu?|ck?/g, 'k')
    .replace(/[sz]/g, 's')
    .replace(/[vw]/g, 'v')
    .replace(/[iy]/g, 'i')
    .replace(/(.)\1+/g, '$1');
  return `${text[0] ?? ''}${text.slice(1).replace(/[aeiouh]/g, '')}`.slice(0, 5);
}
