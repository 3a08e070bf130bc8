import type { Profile } from './profile.rules.js';
import type { Evidence } from './weight.rules.js';

export enum Verdict {
  /** Sure enough without a person. */
  LINK = 'LINK',
  /** For a person to look at. */
  PROPOSE = 'PROPOSE',
  NONE = 'NONE',
}

/** By what a link was made. */
export enum LinkMethod {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  /** Several agreements that stand for themselves. */
  EVIDENCE = 'EVIDENCE',
  /** The e-mail address or phone number of another order of theirs. */
  OTHER_ORDER = 'OTHER_ORDER',
}

export interface Bars {
  /** From this probability on several agreements link. */
  link: number;
  /** From this one on somebody is shown it. */
  propose: number;
}

export const usualBars: Bars = { link: 0.99, propose: 0.2 };

export interface Decision {
  verdict: Verdict;
  method: LinkMethod | null;
  /** What speaks against it whatever the probability. */
  contradictions: string[];
}

const AGREEING: Record<string, readonly string[]> = {
  email: ['SAME', 'NEAR', 'SAME_NAME'],
  phone: ['SAME', 'NEAR'],
  name: ['SAME', 'NEAR', 'PART', 'PART_NEAR'],
  address: ['SAME', 'STREET'],
  area: ['POSTCODE', 'CITY', 'NEAR_CITY'],
  birthDate: ['SAME', 'NEAR'],
  legalId: ['SAME'],
};

/**
 * An e-mail address or phone number that is exactly the same links, unless something contradicts it; so do several independent
 * agreements above the bar. A name alone never does.
 */
export function decide(
  evidence: readonly Evidence[],
  probability: number,
  a: Profile,
  b: Profile,
  bars: Bars = usualBars,
): Decision {
  const level = (field: string) => evidence.find((one) => one.field === field)?.level ?? null;
  const [email, phone, name] = [level('email'), level('phone'), level('name')];
  const contradictions = [
    ...(email === 'OTHER' && a.emailIsVerified && b.emailIsVerified ? ['VERIFIED_EMAIL'] : []),
    ...(phone === 'OTHER' && a.phoneIsVerified && b.phoneIsVerified ? ['VERIFIED_PHONE'] : []),
    ...(level('legalId') === 'OTHER' ? ['LEGAL_ID'] : []),
  ];
  const identified = email === 'SAME' || phone === 'SAME';
  const shown = identified || probability >= bars.propose ? Verdict.PROPOSE : Verdict.NONE;
  if (contradictions.length > 0) return { verdict: shown, method: null, contradictions };

  // Lines are shared: by a family, by all who are behind a switchboard. So the name must not be somebody else's.
  const nameSpeaksAgainst = name === 'OTHER' || name === 'PARTLY';
  if (email === 'SAME' && phone !== 'OTHER' && probability >= 0.5)
    return { verdict: Verdict.LINK, method: LinkMethod.EMAIL, contradictions };
  if (phone === 'SAME' && email !== 'OTHER' && !nameSpeaksAgainst && probability >= 0.9)
    return { verdict: Verdict.LINK, method: LinkMethod.PHONE, contradictions };

  const agreeing = evidence.filter((one) => AGREEING[one.field].includes(one.level) && one.bits > 0).map(({ field }) => field);
  // Where somebody lives is one thing, however many lines it takes.
  const independent = new Set(agreeing.map((field) => (field === 'area' ? 'address' : field)));
  // Another address or number that nobody proved counts against them; then it takes the whole name, and the same house or the other identifier.
  const otherIdentifier = email === 'OTHER' || phone === 'OTHER';
  const otherwiseSure = (name === 'SAME' || name === 'NEAR') && (identified || level('address') === 'SAME');
  if (probability >= bars.link && independent.size >= 2 && !nameSpeaksAgainst && (!otherIdentifier || otherwiseSure))
    return { verdict: Verdict.LINK, method: LinkMethod.EVIDENCE, contradictions };
  return { verdict: shown, method: null, contradictions };
}
