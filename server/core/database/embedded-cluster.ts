import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, type Binaries, privateFolder, programOf } from './embedded-place.js';
import { atProcessEnd } from './embedded-watch.js';
import { complaint, PostgresProblem } from './postgres-problem.js';

/** One data folder's PostgreSQL: its files, the programs that run it, the account they run as. */
export interface Cluster {
  folder: string;
  logFile: string;
  binaries: Binaries;
  account: Account | null;
}

/**
 * The data folder as PostgreSQL's programs are told it. Under another account they may not enter the folders above
 * (root's home, say), but they can stay in a folder they were put in before they became that account.
 */
export const pathOf = ({ folder, account }: Cluster): string =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : folder;

export function surroundings({ folder, binaries, account }: Cluster) {
  const { PATH, SystemRoot, TEMP } = process.env;
  // PG… variables of the person who starts us would change what PostgreSQL does.
  const env = { PATH, SystemRoot, TEMP, LD_LIBRARY_PATH: join(binaries.home, 'lib'), TZ: 'UTC' };
  return { env, cwd: folder, ...(account ?? {}) };
}

export function run(
  cluster: Cluster,
  program: string,
  args: string[],
  input = '',
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(programOf(cluster.binaries, program), args, { ...surroundings(cluster), stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', (cause) => reject(unstartable(cause)));
    const letGo = atProcessEnd(() => child.kill());
    child.once('close', (status) => {
      letGo();
      resolve({ status, output });
    });
  });
}

export const unstartable = (cause: Error): PostgresProblem =>
  new PostgresProblem(
    process.getuid?.() === 0
      ? `PostgreSQL does not run as root, and this system does not let root start it as "nobody" (${cause.message}). Start as an ordinary user, or set DATABASE_URL.`
      : `PostgreSQL can't be started: ${cause.message}.`,
    { cause },
  );

/** Makes the cluster's files. They appear under their name only when whole, so an interrupted start leaves nothing in the way. */
export async function makeCluster(cluster: Cluster, password: string): Promise<void> {
  const unfinished = `${basename(cluster.folder)}.new-`;
  const parent = dirname(cluster.folder);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(unfinished)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  // A name of its own: the initdb of a start that was killed may still be writing under the last one.
  const folder = join(parent, `${unfinished}${randomBytes(4).toString('hex')}`);
  const fresh = { ...cluster, folder };
  privateFolder(folder, cluster.account);
  try {
    const locale = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';
    const made = await run(fresh, 'initdb', [
      ...['-D', pathOf(fresh), '--username=postgres', '--auth=trust', '--data-checksums', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--lc-ctype=${locale}`, '--lc-collate=C'],
      ...['--lc-messages=C', '--lc-monetary=C', '--lc-numeric=C', '--lc-time=C', '--no-instructions'],
    ]);
    if (made.status !== 0) throw complaint('The database could not be made', made.output);
    // Who may connect, before it ever listens: this machine, with the password.
    writeFileSync(join(folder, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true });
    await setPassword(fresh, password);
    renameSync(folder, cluster.folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the cluster a new password, for when the one it had is lost. */
export async function setPassword(cluster: Cluster, password: string): Promise<void> {
  const sql = `ALTER ROLE postgres PASSWORD '${password}';\n`;
  const done = await run(cluster, 'postgres', ['--single', '-D', pathOf(cluster), 'postgres'], sql);
  if (done.status !== 0) throw complaint('The database could not be given a new password', done.output);
}
