import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync(['server/core/**/*.ts', 'server/features/**/*.ts', 'server/http/**/*.ts'], { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
);
const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name))),
];
type Words = { [key: string]: string | Words };
const wordsIn = (language: string): { action: Words; type: Words } =>
  JSON.parse(readFileSync(join(root, `portals/superadmin/i18n/${language}/audit.json`), 'utf8'));
const has = (words: Words, name: string): boolean =>
  typeof name
    .split('.')
    .reduce<string | Words | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), words) === 'string';

test.each(['fr', 'en'])('what the journal tells of has a word: %s', (language) => {
  const { action, type } = wordsIn(language);
  const actions = found(/(?:\baudit\w*\((?:[^;`]*?)|@Watched\()'([a-z]\w+\.[a-z]\w+)'/gi);
  const types = found(/export class (\w+) extends Node/g);
  expect(actions.length).toBeGreaterThan(90);
  expect(types.length).toBeGreaterThan(70);
  expect(actions.filter((name) => !has(action, name))).toEqual([]);
  expect(types.filter((name) => !has(type, name))).toEqual([]);
});
