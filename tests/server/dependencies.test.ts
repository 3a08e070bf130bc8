import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
const named = read('package.json') as Locked & { allowScripts: Record<string, boolean> };
const locked = read('package-lock.json').packages as Record<string, Locked>;
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** The first version without a known hole, and what the hole was. */
const floors: [name: string, least: string, why: string][] = [
  ['@apollo/server', '5.5.0', 'GHSA-9q82-xgwf-vj6h: another site could ask queries and time the answers'],
  ['typeorm', '1.1.0', 'GHSA-2rp8-mm9q-fp49: a generated migration ran code found in the database'],
  ['file-type', '21.3.2', 'a small archive could fill the memory'],
  ['jsonwebtoken', '9.0.0', 'CVE-2022-23540: unsigned tokens were taken'],
  ['ws', '8.17.1', 'CVE-2024-37890: many headers ended the process'],
  ['graphql', '16.8.1', 'CVE-2023-26144: overlapping fields kept validation busy'],
  ['class-validator', '0.14.0', 'CVE-2019-18413: unknown objects passed'],
  ['fastify', '5.3.2', 'CVE-2025-32442: another content type passed by validation'],
  ['nodemailer', '7.0.7', 'GHSA-mm7p-fcc7-pg87: a mail went to another domain'],
  ['sharp', '0.32.6', 'CVE-2023-4863: a WebP picture wrote beyond its memory'],
  ['pdfjs-dist', '4.2.67', 'CVE-2024-4367: a PDF ran its own script'],
  ['react-router', '7.5.2', 'CVE-2025-43865: data of a page could be replaced'],
  ['vite', '6.2.6', 'CVE-2025-32395: the development server gave out any file'],
  ['vitest', '3.0.5', 'CVE-2025-24964: a website could run code'],
  ['@playwright/test', '1.55.1', 'CVE-2025-59288: browsers were downloaded unchecked'],
];

const numbers = (version: string) => version.split('-')[0].split('.').map(Number);
const isBelow = (version: string, least: string) => {
  const [mine, theirs] = [numbers(version), numbers(least)];
  const at = mine.findIndex((number, i) => number !== theirs[i]);
  return at >= 0 && mine[at] < theirs[at];
};

test.each(floors)('no copy of %s is older than %s: %s', (name, least) => {
  const copies = Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter(([, { version = '0' }]) => isBelow(version, least))).toEqual([]);
});

test('every version in package.json is exact', () => {
  const vague = kinds
    .flatMap((kind) => Object.entries(named[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(vague).toEqual([]);
});

test('the lock file says what package.json says', () => {
  for (const kind of kinds) expect(locked[''][kind]).toEqual(named[kind]);
});

/** npm refuses to install from a lock file that lacks a package, even one for another system. */
test('every package another one asks for is in the lock file', () => {
  const missing = Object.entries(locked).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !found(path, name))
      .map((name) => `${path} asks for ${name}`),
  );
  expect(missing).toEqual([]);
});

/** As Node looks for it: beside, then outwards. */
function found(path: string, name: string): boolean {
  if (locked[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
  if (!path) return false;
  return found(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

test('install scripts are allowed or refused by name, and none is forgotten', () => {
  expect(Object.keys(named.allowScripts).filter((name) => /[*]|.@/.test(name))).toEqual([]);
  const withScripts = Object.entries(locked)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect(withScripts.filter((name) => !(name in named.allowScripts))).toEqual([]);
});
