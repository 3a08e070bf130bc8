import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourcesBelow } from '../../portals/operations.ts';
import { firstWords } from '../../portals/shared/i18n/first-words.ts';
import { flat, keys, loadsOf, needed, portals, read, sharedNames, type Words, wordsOf } from './support/words.ts';

const variables = (word: string) => [...new Set([...word.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort();

const files = (folder: string, code: string, prefix: (name: string) => string) =>
  readdirSync(`${folder}/fr`).map((file) => ({
    fr: `${folder}/fr/${file}`,
    en: `${folder}/en/${file}`,
    code,
    prefix: prefix(file.replace('.json', '')),
  }));
const pairs = [
  ...files('portals/shared/i18n', 'portals', (name) => `${name}:`),
  ...portals.flatMap((portal) => files(`portals/${portal}/i18n`, `portals/${portal}`, (name) => `${name}.`)),
];

/** The keys a source asks for: 'a.b', and what a template begins with: `a.b.${…}`. */
function asked(folder: string): { literals: Set<string>; prefixes: string[] } {
  const code = sourcesBelow(folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return {
    literals: new Set([...code.matchAll(/['"`]([\w-]+:)?([A-Za-z][\w.-]*)['"`]/g)].map(([, , key = '']) => key)),
    prefixes: [...code.matchAll(/\bt\(\s*`([\w:.-]+)\$\{/g)].map(([, start = '']) => start),
  };
}
const askedIn = Object.fromEntries(['portals', ...portals.map((portal) => `portals/${portal}`)].map((at) => [at, asked(at)]));

describe.each(pairs)('the words of $fr', ({ fr, en, code, prefix }) => {
  test('are the same in both languages', () => {
    expect(existsSync(en), en).toBe(true);
    expect(keys(read(en))).toEqual(keys(read(fr)));
  });

  test('are never empty, and take the same values', () => {
    const english = new Map(flat(read(en)));
    for (const [key, word] of [...flat(read(fr)), ...english]) expect(word.trim(), key).not.toBe('');
    for (const [key, word] of flat(read(fr))) {
      const other = english.get(key);
      if (other !== undefined) expect(variables(other), key).toEqual(variables(word));
    }
  });

  test('are all used', () => {
    const { literals = new Set(), prefixes = [] } = askedIn[code] ?? {};
    // A portal's keys are written whole, 'invoices.title'; those of a shared file without its name, or as 'invoice:title'.
    const used = (key: string) =>
      literals.has(prefix.endsWith('.') ? prefix + key : key) ||
      prefixes.some((start) => (prefix + key).startsWith(start) || (prefix.endsWith(':') && key.startsWith(start)));
    expect(keys(read(fr)).filter((key) => !used(key))).toEqual([]);
  });
});

test('every words file is in a folder of its language', () => {
  const outside = portals.flatMap((portal) =>
    readdirSync(`portals/${portal}/i18n`).flatMap((name) =>
      ['fr', 'en'].includes(name) ? [] : `portals/${portal}/i18n/${name}`,
    ),
  );
  expect(outside, 'the part `users` of a portal’s words is the file i18n/fr/users.json').toEqual([]);
  for (const { fr, en } of pairs)
    expect(readdirSync(en.replace(/\/[^/]+$/, '')).sort()).toEqual(readdirSync(fr.replace(/\/[^/]+$/, '')).sort());
});

test('no screen asks for a word that is not there', () => {
  const shared = Object.fromEntries(
    sharedNames.map((name) => [name, new Set(keys(read(`portals/shared/i18n/fr/${name}.json`)))]),
  );
  const own = Object.fromEntries(portals.map((portal) => [portal, new Set(keys(wordsOf(portal) as Words))]));
  const missing = sourcesBelow('portals').flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const [, first = 'portal'] = /useTranslation\(\[?['"]([\w-]+)['"]/.exec(code) ?? [];
    const [, portal = ''] = /portals\/([\w-]+)\//.exec(file) ?? [];
    return [...code.matchAll(/(?<![\w.])(?:i18next\.)?t\(\s*['"](?:([\w-]+):)?([\w.-]+)['"]\s*(?:\)|,\s*\{(?![^}]*ns:))/g)]
      .filter(([, namespace = first, key = '']) => {
        const known = namespace === 'portal' ? own[portal] : shared[namespace];
        return !known?.has(key);
      })
      .map(([, namespace = first, key]) => `${file}: ${namespace}:${key}`);
  });
  expect(missing).toEqual([]);
});

const late = (names: Iterable<string>) => [...names].filter((name) => !firstWords.includes(name)).sort();

test('each screen names the words that it and its parts ask for', () => {
  const wrong = sourcesBelow('portals').flatMap((file) =>
    loadsOf(file)
      .filter(({ by, named }) => by === 'screen' || by === 'withWords' || named.length > 0)
      .flatMap((load) => {
        const wants = late(needed(load.file, true)).map((name) => `'${name}'`);
        const names = [...load.named].sort().map((name) => `'${name}'`);
        if (wants.join() === names.join()) return [];
        return `${file}: import('…/${load.file.split('/').at(-1)}') goes with ${wants.join(', ') || 'no words'}`;
      }),
  );
  expect(wrong).toEqual([]);
});

test.each(portals)('what %s shows around its screens needs the first words only', (portal) => {
  expect(late(needed(`portals/${portal}/portal.tsx`, false))).toEqual([]);
});
