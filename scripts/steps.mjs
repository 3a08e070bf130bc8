import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const bin = join(root, 'node_modules/.bin');

/** A failure told in words, with the exit status it ends with. */
export class Failure extends Error {
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

export const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** Does it, and prints one line with its duration. */
export async function step(name, work, out = process.stdout) {
  const begun = performance.now();
  const result = await work();
  out.write(`  ${name.padEnd(24)} ${seconds(begun)}\n`);
  return result;
}

/** Ends with this process, however that ends. */
function bound(child) {
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
  return child;
}

/** Runs a program silently; its output becomes the failure's message. */
export function run(program, args, { env = process.env, failing = program } = {}) {
  return new Promise((resolve, reject) => {
    const child = bound(spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    let output = '';
    const collect = (data) => {
      output += data;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new Failure(`${output.trimEnd()}\n\n${failing}`));
    });
  });
}

/** Runs a program in the foreground; answers its exit status. */
export function show(program, args, { env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = bound(spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }));
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}
