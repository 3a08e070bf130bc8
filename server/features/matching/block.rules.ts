import { streetWord } from './address.rules.js';
import { emailBlocks } from './email.rules.js';
import { soundOf } from './name.rules.js';
import { phoneBlocks } from './phone.rules.js';
import type { Profile } from './profile.rules.js';

/** A key that so many have finds nobody in particular. */
export const MOST_IN_BLOCK = 100;

/** Under these keys a record is looked for; two that share none are never compared. */
export function blocksOf({ emails, phones, names, places, birthDate, legalId }: Profile): string[] {
  const blocks = [...emails.flatMap(emailBlocks), ...phones.flatMap(phoneBlocks)];
  if (legalId) blocks.push(`i=${legalId}`, `j=${legalId.slice(0, 5)}`, `k=${legalId.slice(-5)}`);
  if (birthDate) blocks.push(`b=${birthDate}`);
  const where = places
    .flatMap(({ area }) => [area.city && `c${area.city.slice(0, 4)}`, area.postcode && `z${area.postcode}`])
    .filter(Boolean);
  for (const { tokens: all, joined } of names) {
    const tokens = all.slice(0, 5);
    const sounds = [...new Set(tokens.map(soundOf))].sort();
    for (const [i, sound] of sounds.entries()) {
      blocks.push(`s=${sound}`);
      for (const other of sounds.slice(i + 1)) blocks.push(`n=${sound} ${other}`);
      for (const place of where) blocks.push(`m=${sound} ${place}`);
      if (birthDate) blocks.push(`y=${sound} ${birthDate.slice(0, 4)}`);
    }
    for (const token of tokens) if (token.length >= 3) blocks.push(`w=${token}`);
    if (joined.length >= 6) blocks.push(`x=${[...joined].sort().join('')}`);
  }
  for (const { address, area } of places) {
    if (!address) continue;
    const word = streetWord(address);
    if (address.number) blocks.push(`a=${address.number} ${word.slice(0, 4)}`);
    if (address.number && area.postcode) blocks.push(`o=${address.number} ${area.postcode}`);
    if (area.postcode) blocks.push(`u=${word.slice(0, 4)} ${area.postcode}`);
  }
  return [...new Set(blocks)];
}

/** Finds, by their keys, those whom a record may be. */
export class Blocks {
  private readonly found = new Map<string, number[]>();

  constructor(readonly profiles: readonly Profile[]) {
    for (const [i, profile] of profiles.entries())
      for (const block of blocksOf(profile)) {
        const there = this.found.get(block);
        if (there) there.push(i);
        else this.found.set(block, [i]);
      }
  }

  /** Their places in the list, in its order. */
  candidates(profile: Profile): number[] {
    const places = new Set<number>();
    for (const block of blocksOf(profile)) {
      const there = this.found.get(block);
      if (there && there.length <= MOST_IN_BLOCK) for (const place of there) places.add(place);
    }
    return [...places].sort((a, b) => a - b);
  }
}
