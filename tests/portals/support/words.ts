import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Words = { [key: string]: string | Words };

export const portals = ['client', 'prestataire', 'revendeur', 'superadmin'];
export const read = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words;
export const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]): [string, string][] =>
    typeof word === 'string' ? [[prefix + key, word]] : flat(word, `${prefix}${key}.`),
  );

/** French has a plural more (_many); which plurals there are is the language's affair. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
export const keys = (words: Words) => [...new Set(flat(words).map(([key]) => base(key)))].sort();

/** A source without its comments: what they quote is not asked for. */
const codeOf = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

const names = (folder: string) => readdirSync(folder).map((file) => file.replace('.json', ''));
export const sharedNames = names('portals/shared/i18n/fr');

/** A portal's own words: each file is the part of its name. */
export const wordsOf = (portal: string): Words =>
  Object.fromEntries(
    names(`portals/${portal}/i18n/fr`).map((name) => [name, read(`portals/${portal}/i18n/fr/${name}.json`)] as const),
  );
const own = Object.fromEntries(portals.map((portal) => [portal, keys(wordsOf(portal))]));

/** The words files a source asks for by itself. */
function askedBy(file: string): string[] {
  const code = codeOf(file);
  const used = [...code.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, list = '']) => list.match(/[\w-]+/g) ?? []);
  const other = [...code.matchAll(/['"`]([\w-]+):[\w.-]+(?:['"`]|\$\{)/g)].map(([, name = '']) => name);
  const [, portal = ''] = /^portals\/([\w-]+)\//.exec(file) ?? [];
  const known = own[portal] ?? [];
  const literals = [...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key = '']) => key);
  const starts = [...code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, start = '']) => start);
  const mine = [
    ...literals.filter((key) => known.includes(key)),
    ...starts.filter((start) => known.some((key) => key.startsWith(start))),
  ].map((key) => key.split('.')[0] ?? '');
  return [...[...used, ...other].filter((name) => sharedNames.includes(name)), ...mine];
}

const call = /(?:(\w+)\(\s*(?:async )?\(\) =>\s*)?import\('(\.[^']+)'\)((?:\s*,\s*'[\w-]+')*)/g;
const fromOthers = /(?:import|export) (?!type\b)(?:[^;'"]*? from )?'(\.[^']+)'/g;

const sourceOf = (from: string, path: string) =>
  ['.tsx', '.ts'].map((ending) => join(dirname(from), path) + ending).find((file) => existsSync(file));

export type Load = { by: string; file: string; named: string[] };

/** What a source loads later: `screen(() => import('./x.screen'), 'invoice')`. */
export const loadsOf = (file: string): Load[] =>
  [...codeOf(file).matchAll(call)].flatMap(([, by = '', path = '', list = '']) => {
    const source = sourceOf(file, path);
    return source ? [{ by, file: source, named: list.match(/[\w-]+/g) ?? [] }] : [];
  });

/** The words files that a source and all it imports ask for, at once or (`later`) by what it loads, without what those loads name themselves. */
export function needed(file: string, later: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const imported = [...codeOf(file).matchAll(fromOthers)].flatMap(([, path = '']) => sourceOf(file, path) ?? []);
  const found = new Set(askedBy(file));
  for (const source of imported) for (const name of needed(source, later, seen)) found.add(name);
  if (!later) return found;
  for (const load of loadsOf(file))
    for (const name of needed(load.file, later, seen)) if (!load.named.includes(name)) found.add(name);
  return found;
}
