import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bin, Failure, root, seconds } from './steps.mjs';

const modules = join(root, 'node_modules');
// Dates of files say nothing after a git clone: the stamp holds what was installed.
const stamp = join(modules, '.prisme-lock');

const readOr = (file, otherwise) => (existsSync(file) ? readFileSync(file, 'utf8') : otherwise);

/** Whether somebody installed this very tree already: what npm wrote down of it against the lock file. */
function installedByHand(lock) {
  const there = JSON.parse(readOr(join(modules, '.package-lock.json'), '{}')).packages ?? {};
  return Object.entries(JSON.parse(lock).packages).every(
    // Optional packages of other platforms are left out.
    ([path, { version, optional }]) => path === '' || (there[path] ? there[path].version === version : optional),
  );
}

function npmCi() {
  const { PATH = '', ...env } = process.env;
  // Not the Node that is about to be replaced.
  env.PATH = PATH.split(delimiter)
    .filter((folder) => folder !== bin)
    .join(delimiter);
  // Its warnings are about the Node that is about to be replaced.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    // Standard output may be a command's JSON: npm talks on the other one.
    const child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    child.once('error', (error) => reject(new Failure(`npm can't be run: ${error.message}`)));
    child.once('close', resolve);
  });
}

/** Installs the packages unless they are there as the lock file names them. */
export async function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readOr(stamp, '') === wanted) return;
  if (!installedByHand(lock)) {
    process.stderr.write('  Installing the packages (once)\n');
    const begun = performance.now();
    const status = await npmCi();
    if (status !== 0) throw new Failure('The packages could not be installed: npm says why above.');
    process.stderr.write(`  ${'Packages installed'.padEnd(24)} ${seconds(begun)}\n`);
  }
  writeFileSync(stamp, wanted);
}
