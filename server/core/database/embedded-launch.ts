import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, pathOf, run, surroundings, unstartable } from './embedded-cluster.js';
import { programOf } from './embedded-place.js';
import { markOf, type Postmaster, postmasterOf } from './embedded-processes.js';
import { atProcessEnd } from './embedded-watch.js';
import { complaint, PostgresProblem } from './postgres-problem.js';

const major = '18';
const patience = 60_000;

function settings(port: number): string[] {
  const megabytes = totalmem() / 2 ** 20;
  const clamp = (least: number, value: number, most: number) => Math.round(Math.min(most, Math.max(least, value)));
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${clamp(64, megabytes / 16, 512)}MB`,
    effective_cache_size: `${clamp(256, megabytes / 2, 8192)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${clamp(64, megabytes / 64, 256)}MB`,
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Statements are short: compiling them would cost more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_preload_libraries: 'pg_stat_statements',
    // Rows and statements hold personal data: they stay out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });

function openLog(file: string): number {
  const full = existsSync(file) && statSync(file).size > 5 * 2 ** 20;
  return openSync(file, full ? 'w+' : 'a+', 0o600);
}

function said(log: number, from: number): string {
  const text = Buffer.alloc(Math.min(fstatSync(log).size - from, 16_384));
  readSync(log, text, 0, text.length, from);
  return text.toString();
}

/** Waits for a PostgreSQL that is starting on these files; null when it ended instead. */
export async function whenReady(cluster: Cluster, ended: () => boolean): Promise<Postmaster | null> {
  for (const until = Date.now() + patience * 10; Date.now() < until; ) {
    const found = postmasterOf(cluster.folder);
    if (found && found !== 'stale' && found.status === 'ready') return found;
    if (ended()) return null;
    await pause(15);
  }
  throw new PostgresProblem(`PostgreSQL did not become ready. What it said is in ${cluster.logFile}.`);
}

/** Starts PostgreSQL on its files, on the wanted port if that is free. */
export async function launch(cluster: Cluster, wanted: number): Promise<Postmaster> {
  const version = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) {
    throw new PostgresProblem(
      `${cluster.folder} was made by PostgreSQL ${version}, this is ${major}. Upgrade it with pg_upgrade.`,
    );
  }
  // The number left behind may be another process's by now, or the very one PostgreSQL is about to get.
  if (postmasterOf(cluster.folder) === 'stale') rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
  const log = openLog(cluster.logFile);
  try {
    for (let attempt = 1, began = Date.now(); ; attempt++) {
      const port = await freePort(wanted);
      const from = fstatSync(log).size;
      const ready = await launchOn(cluster, port, log);
      if (ready) return ready;
      const words = said(log, from);
      const taken = /could not bind|Address already in use|could not create any TCP\/IP sockets/.test(words) && attempt < 5;
      // After kill -9 the last of its processes may take a moment to notice.
      const leftover = /pre-existing shared memory block/.test(words) && Date.now() - began < 20_000;
      if (!taken && !leftover) throw complaint('PostgreSQL did not start', words);
      await pause(100);
    }
  } finally {
    closeSync(log);
  }
}

async function launchOn(cluster: Cluster, port: number, log: number): Promise<Postmaster | null> {
  // In a process group of its own: Ctrl+C must not stop it before the server has drained.
  const child = spawn(
    programOf(cluster.binaries, 'postgres'),
    ['-D', pathOf(cluster), '-c', markOf(cluster.folder), ...settings(port)],
    {
      ...surroundings(cluster),
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    },
  );
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  child.unref();
  const letGo = atProcessEnd(() => child.kill('SIGINT'));
  const ended = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const ready = await whenReady(cluster, ended).finally(letGo);
  if (failure) throw unstartable(failure);
  return ready;
}

/** Waits until this PostgreSQL has ended; answers whether it has. */
export const whenGone = async (cluster: Cluster, pid: number, within = patience): Promise<boolean> => {
  for (const until = Date.now() + within; Date.now() < until; await pause(15)) {
    const found = postmasterOf(cluster.folder);
    if (!found || found === 'stale' || found.pid !== pid) return true;
  }
  return false;
};

/** Signals a process, which may have ended. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Stops PostgreSQL and waits until it has ended: its open transactions are rolled back, what was committed is on disk. */
export async function halt(cluster: Cluster, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w']);
    return;
  }
  signal(pid, 'SIGINT');
  if (await whenGone(cluster, pid)) return;
  // Stopped at once it recovers at its next start; nothing that was committed is lost.
  signal(pid, 'SIGQUIT');
  if (!(await whenGone(cluster, pid))) throw new PostgresProblem(`PostgreSQL (process ${pid}) does not stop.`);
}
