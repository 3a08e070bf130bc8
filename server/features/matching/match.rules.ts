import { Blocks } from './block.rules.js';
import { comparer } from './compare.rules.js';
import { type Bars, type Decision, decide, LinkMethod, usualBars, Verdict } from './decide.rules.js';
import { estimate, type Learnt, probabilities, promising, type Rivals } from './estimate.rules.js';
import { countValues, expectedOthers, type Frequencies } from './frequency.rules.js';
import { type Agreement, type Model, usualAgreement } from './model.rules.js';
import type { Profile } from './profile.rules.js';
import { bitsOf, type Evidence, evidenceOf } from './weight.rules.js';

/** Somebody whom a record may be. */
export interface Candidate extends Decision {
  profile: Profile;
  probability: number;
  evidence: Evidence[];
}

export function modelOf(frequencies: Frequencies, agreement: Agreement = usualAgreement, share = 0.5): Model {
  return { agreement, share, frequencies, expected: expectedOthers(frequencies) };
}

/** Whom a record may be, the likeliest first; at most one is linked. */
export function judge(
  record: Profile,
  rivals: readonly Profile[],
  model: Model,
  bars: Bars = usualBars,
  compare = comparer(model),
): Candidate[] {
  const evidence = rivals.map((rival) => evidenceOf(compare(record, rival), model.agreement));
  const chances = probabilities(evidence.map(bitsOf), model.share, model.frequencies.size);
  const judged = rivals.map((profile, i) => ({
    profile,
    probability: chances[i],
    evidence: evidence[i],
    ...decide(evidence[i], chances[i], record, profile, bars),
  }));
  return judged
    .filter(({ verdict }) => verdict !== Verdict.NONE)
    .sort((a, b) => b.probability - a.probability || (a.profile.id < b.profile.id ? -1 : 1));
}

export interface Matched {
  record: Profile;
  candidates: Candidate[];
}

/** As many records as are looked at to learn; which ones does not hang on chance. */
export const MOST_LEARNT_FROM = 5_000;

/** Matches records with those whom they may be, all in memory. */
export function matchAll(
  records: readonly Profile[],
  known: readonly Profile[],
  bars: Bars = usualBars,
): { matched: Matched[]; learnt: Learnt } {
  const blocks = new Blocks(known);
  const model = modelOf(countValues(known));
  const compare = comparer(model);
  const step = Math.max(1, Math.ceil(records.length / MOST_LEARNT_FROM));
  const seen: Rivals[] = records
    .filter((_, i) => i % step === 0)
    .map((record) => promising(blocks.candidates(record).map((place) => compare(record, known[place]))));
  const learnt = estimate(seen, known.length);
  const ready = { ...model, agreement: learnt.agreement, share: learnt.share };
  const matched = records.map((record) => ({
    record,
    candidates: judge(
      record,
      blocks.candidates(record).map((place) => known[place]),
      ready,
      bars,
      compare,
    ),
  }));
  return { matched: followOrders(matched), learnt };
}

/** An address or a number is somebody's as soon as another record that has it is linked to them, and to nobody else. */
export function ownersOf(linked: Iterable<{ record: Profile; ownerId: string }>): Map<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const { record, ownerId } of linked)
    for (const key of identifiersOf(record)) owners.set(key, owners.has(key) && owners.get(key) !== ownerId ? null : ownerId);
  return owners;
}

const identifiersOf = ({ emails, phones }: Profile): string[] => [...emails.map(({ key }) => key), ...phones];

/** What was proposed for want of evidence is linked where another order with the same address or number is that customer's already. */
function followOrders(matched: readonly Matched[]): Matched[] {
  const owners = ownersOf(
    matched.flatMap(({ record, candidates }) =>
      candidates.filter(({ verdict }) => verdict === Verdict.LINK).map(({ profile }) => ({ record, ownerId: profile.id })),
    ),
  );
  return matched.map((one) => ({ ...one, candidates: follow(one.record, one.candidates, owners) }));
}

/** The name must not be somebody else's, and nothing else may contradict. */
export function follow(
  record: Profile,
  candidates: readonly Candidate[],
  owners: ReadonlyMap<string, string | null>,
): Candidate[] {
  if (candidates.some(({ verdict }) => verdict === Verdict.LINK)) return [...candidates];
  const ids = new Set(identifiersOf(record).map((key) => owners.get(key)));
  if (ids.size === 0 || ids.has(null)) return [...candidates];
  ids.delete(undefined);
  if (ids.size !== 1) return [...candidates];
  return candidates.map((one) => {
    const speaksAgainst = one.evidence.some(({ level, bits }) => (level === 'OTHER' || level === 'PARTLY') && bits < 0);
    if (!ids.has(one.profile.id) || one.contradictions.length > 0 || speaksAgainst) return one;
    return { ...one, verdict: Verdict.LINK, method: LinkMethod.OTHER_ORDER };
  });
}
