import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourcesBelow } from '../../portals/operations.ts';

type Words = { [key: string]: string | Words };

const portals = ['client', 'prestataire', 'revendeur', 'superadmin'];
const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;
const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]): [string, string][] =>
    typeof word === 'string' ? [[prefix + key, word]] : flat(word, `${prefix}${key}.`),
  );

/** French has a plural more (_many); which plurals there are is the language's affair. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keys = (words: Words) => [...new Set(flat(words).map(([key]) => base(key)))].sort();
const variables = (word: string) => [...new Set([...word.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort();

const pairs = [
  ...readdirSync('portals/shared/i18n/fr').map((file) => ({
    name: file.replace('.json', ''),
    fr: `portals/shared/i18n/fr/${file}`,
    en: `portals/shared/i18n/en/${file}`,
    code: 'portals',
  })),
  ...portals.map((portal) => ({
    name: `${portal} (portal)`,
    fr: `portals/${portal}/i18n/fr.json`,
    en: `portals/${portal}/i18n/en.json`,
    code: `portals/${portal}`,
  })),
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

describe.each(pairs)('the words of $name', ({ name, fr, en, code }) => {
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
    const { literals, prefixes } = asked(code);
    const used = (key: string) =>
      literals.has(key) || prefixes.some((prefix) => `${name}:${key}`.startsWith(prefix) || key.startsWith(prefix));
    expect(keys(read(fr)).filter((key) => !used(key))).toEqual([]);
  });
});

test('no screen asks for a word that is not there', () => {
  const shared = Object.fromEntries(
    pairs.filter(({ code }) => code === 'portals').map(({ name, fr }) => [name, new Set(keys(read(fr)))]),
  );
  const own = Object.fromEntries(portals.map((portal) => [portal, new Set(keys(read(`portals/${portal}/i18n/fr.json`)))]));
  const missing = sourcesBelow('portals').flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const [, first = 'portal'] = /useTranslation\(\[?['"]([\w-]+)['"]/.exec(code) ?? [];
    const [, portal = ''] = /portals\/([\w-]+)\//.exec(join('/', file)) ?? [];
    return [...code.matchAll(/(?<![\w.])(?:i18next\.)?t\(\s*['"](?:([\w-]+):)?([\w.-]+)['"]\s*(?:\)|,\s*\{(?![^}]*ns:))/g)]
      .filter(([, namespace = first, key = '']) => {
        const known = namespace === 'portal' ? own[portal] : shared[namespace];
        return !known?.has(key);
      })
      .map(([, namespace = first, key]) => `${file}: ${namespace}:${key}`);
  });
  expect(missing).toEqual([]);
});
