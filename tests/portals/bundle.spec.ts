import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { operationsBelow } from '../../portals/operations.ts';
import { drawn } from './support/looks.ts';
import { signIn } from './support/sign-in.ts';

const portals = ['client', 'prestataire', 'revendeur', 'superadmin'] as const;
const budget = 250 * 1024;
const nameOf = (constant: string) => constant.replace(/(Document|FragmentDoc)$/, '');

function scripts(portal: string): string {
  const folder = `dist/portals/${portal}/assets`;
  const files = readdirSync(folder).filter((file) => /\.m?js$/.test(file));
  return files.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
}

test.skip(({ isMobile }) => isMobile, 'the same files at any width');

for (const portal of portals) {
  test(`${portal} ships its own operations only, and nothing inline`, () => {
    const code = scripts(portal);
    const others = portals.filter((other) => other !== portal).flatMap((other) => operationsBelow(`portals/${other}`));
    const names = others.map(({ name }) => nameOf(name)).filter((name) => new RegExp(`["'\`]${name}["'\`]`).test(code));
    expect(names).toEqual([]);
    expect(readFileSync(`dist/portals/${portal}/index.html`, 'utf8')).not.toMatch(/<script(?![^>]*\ssrc=)|data:/);
  });

  test(`${portal} loads at most 250 KiB of JavaScript for sign-in and dashboard, charts left aside`, async ({ page }) => {
    const loaded = new Set<string>();
    const known = Object.keys(JSON.parse(readFileSync(`dist/portals/operations/${portal}.json`, 'utf8')));
    const asked: { query?: string; extensions: { persistedQuery: { sha256Hash: string } } }[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) asked.push(request.postDataJSON());
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      // A chart comes after the page, and keeps nobody waiting.
      if (/\.m?js$/.test(pathname) && !pathname.includes('/bars-chart-')) loaded.add(pathname);
    });
    await signIn(page, portal);
    await drawn(page);
    await page.waitForLoadState('networkidle');
    // It asks by ids that the server was told of, and sends no text.
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter(({ query, extensions }) => query || !known.includes(extensions.persistedQuery.sha256Hash))).toEqual([]);
    const sizes = [...loaded].map((path) => {
      const file = `dist/portals${path}`;
      const packed = readdirSync(file.replace(/\/[^/]+$/, '')).includes(`${file.split('/').at(-1)}.gz`);
      return readFileSync(packed ? `${file}.gz` : file).length;
    });
    const total = sizes.reduce((sum, size) => sum + size, 0);
    test.info().annotations.push({ type: 'first load', description: `${portal}: ${(total / 1024).toFixed(1)} KiB` });
    expect(sizes.length).toBeGreaterThan(3);
    expect(total).toBeLessThanOrEqual(budget);
    expect([...loaded].filter((path) => /words-en-/.test(path))).toEqual([]);
  });
}
