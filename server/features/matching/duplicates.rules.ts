import { blocksOf, MOST_IN_BLOCK } from './block.rules.js';
import { comparer } from './compare.rules.js';
import { estimatePairs } from './estimate.rules.js';
import { countValues } from './frequency.rules.js';
import { modelOf } from './match.rules.js';
import type { Profile } from './profile.rules.js';
import { bitsOf, type Evidence, evidenceOf } from './weight.rules.js';

/** Two records that may be of one and the same. */
export interface DuplicatePair {
  a: Profile;
  b: Profile;
  probability: number;
  evidence: Evidence[];
}

/** Pairs at least so likely are answered. */
export const DUPLICATE_BAR = 0.5;

/** How likely two are one, where such a share of all pairs is. */
export function pairProbability(evidence: readonly Evidence[], share: number): number {
  const odds = (share / (1 - share)) * 2 ** Math.min(200, bitsOf(evidence));
  return odds / (1 + odds);
}

/** All pairs that share a key, once each, in the order of the list. */
function* pairsOf(profiles: readonly Profile[]): Generator<[number, number]> {
  const found = new Map<string, number[]>();
  for (const [i, profile] of profiles.entries()) {
    const others = new Set<number>();
    for (const block of blocksOf(profile)) {
      const there = found.get(block);
      if (!there) found.set(block, [i]);
      else {
        if (there.length <= MOST_IN_BLOCK) for (const other of there) others.add(other);
        there.push(i);
      }
    }
    for (const other of [...others].sort((a, b) => a - b)) yield [other, i];
  }
}

/** Pairs of records that are probably of the same one, the likeliest first. */
export function duplicatesIn(profiles: readonly Profile[], bar = DUPLICATE_BAR): DuplicatePair[] {
  const model = modelOf(countValues(profiles));
  const compare = comparer(model);
  const pairs = [...pairsOf(profiles)].map(([i, j]) => ({
    a: profiles[i],
    b: profiles[j],
    compared: compare(profiles[i], profiles[j]),
  }));
  const likely = pairs.filter(({ compared }) => bitsOf(evidenceOf(compared, model.agreement)) > 0);
  const possible = (profiles.length * (profiles.length - 1)) / 2;
  const { agreement, share } = estimatePairs(
    likely.map(({ compared }) => compared),
    possible,
  );
  return likely
    .map(({ a, b, compared }) => {
      const evidence = evidenceOf(compared, agreement);
      return { a, b, evidence, probability: pairProbability(evidence, share) };
    })
    .filter(({ probability }) => probability >= bar)
    .sort((x, y) => y.probability - x.probability || (`${x.a.id} ${x.b.id}` < `${y.a.id} ${y.b.id}` ? -1 : 1));
}
