import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const signalled = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const listed = (pid: number, column: string): string =>
  execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** What tells this process from a later one with the same number; null once it has ended. */
export function birthOf(pid: number): string | null {
  if (!signalled(pid)) return null;
  try {
    if (process.platform === 'win32') return 'unknown';
    if (process.platform !== 'linux') return listed(pid, 'lstart') || null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold anything, brackets and spaces too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

export interface Postmaster {
  pid: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping';
}

/** Stands on PostgreSQL's command line, which everybody may read: its data folder there may be `/proc/self/cwd`. */
export const markOf = (cluster: string): string => `prisme.cluster=${cluster}`;

function servesCluster(pid: number, cluster: string): boolean {
  if (!birthOf(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    if (process.platform !== 'linux') return listed(pid, 'command').includes(markOf(cluster));
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(markOf(cluster));
  } catch {
    return false;
  }
}

/** The PostgreSQL that runs on these files; `'stale'` when another process has got the number it left behind; null when none runs. */
export function postmasterOf(cluster: string): Postmaster | 'stale' | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return 'stale';
  if (!servesCluster(pid, cluster)) return 'stale';
  const status = lines[7]?.trim();
  return { pid, port: Number(lines[3]), status: status === 'ready' || status === 'stopping' ? status : 'starting' };
}
