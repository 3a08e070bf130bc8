import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/server/main.js');

export interface ProductProcess {
  origin: string;
  child: ChildProcess;
  /** All it printed so far. */
  said(): string;
  /** Resolves when the product says so; fails with what was printed when the process ends first. */
  ready: Promise<void>;
  /** Its exit status (or the signal's name) once it has ended. */
  ended: Promise<number | string>;
}

const started: ChildProcess[] = [];

/** For `afterEach`: nothing a test started outlives it. */
export function killProducts(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}

/** The compiled product in a process of its own, with no environment but this. */
export async function startProduct(env: Record<string, string>): Promise<ProductProcess> {
  if (!existsSync(program)) throw new Error('The server is not compiled: run npm test -- server');
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  const ended = once(child, 'close').then(([status, signal]) => (signal ?? status) as number | string);
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      output += text;
      if (output.includes('Prisme is ready')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    void ended.then((status) => reject(new Error(`ended with ${status}:\n${output}`)));
  });
  ready.catch(() => {});
  return { origin: `http://127.0.0.1:${port}`, child, said: () => output, ready, ended };
}

/** The processes whose command line names this data folder: the product's own is told it by the environment, PostgreSQL's by a mark. */
export function processesOf(dataDir: string): string[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return listed.split('\n').filter((line) => line.includes(dataDir));
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
