import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, makeCluster, setPassword } from './embedded-cluster.js';
import { halt, launch, signal, whenGone, whenReady } from './embedded-launch.js';
import { type Owner, ownerOf, takeLock } from './embedded-lock.js';
import { accountFor, binariesFor } from './embedded-place.js';
import { birthOf, type Postmaster, postmasterOf } from './embedded-processes.js';
import { type DatabaseRecord, newPassword, type RolePasswords, readRecord, writeRecord } from './embedded-record.js';
import { type Addresses, addressesOf, makeRoles, superuserUrl } from './embedded-roles.js';
import { atProcessEnd, keepAlive } from './embedded-watch.js';
import { explained, PostgresProblem } from './postgres-problem.js';

export type Log = (line: string) => void;

export interface RunningPostgres extends Addresses {
  stop(): Promise<void>;
}

export interface EmbeddedPostgres extends RunningPostgres {
  ownerUrl: string;
  /** Connects as the superuser: for tests and the benchmark. The product itself needs it to make the roles, and never again. */
  superuserUrl: string;
}

const folderOf = (dataDir: string): string => join(dataDir, 'postgres');
const lockOf = (dataDir: string): string => join(dataDir, 'postgres.lock');

/** The running process that keeps the database of this data folder, or null. */
export const keeperOf = (dataDir: string): Owner | null => {
  try {
    return ownerOf(lockOf(dataDir));
  } catch (error) {
    throw explained(error);
  }
};

/** The addresses of the PostgreSQL that runs on this data folder, or null when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<ReturnType<typeof addressesOf> | null> {
  try {
    if (!existsSync(dataDir)) return null;
    const folder = realpathSync(dataDir);
    const record = readRecord(folder);
    // Written down when they have been made: until then nobody can come in.
    const roles = record?.roles;
    const found = roles && postmasterOf(folderOf(folder));
    return found && found !== 'stale' && found.status === 'ready' ? addressesOf(roles, found.port) : null;
  } catch (error) {
    throw explained(error);
  }
}

/** Starts the PostgreSQL of this data folder, or takes over the one a killed process left running. */
export async function startEmbeddedPostgres(options: { dataDir: string; log: Log }): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(options.dataDir, { recursive: true });
    const dataDir = realpathSync(options.dataDir);
    const taken = takeLock(lockOf(dataDir));
    if (typeof taken !== 'function') throw occupied(dataDir, taken);
    try {
      return await startLocked(dataDir, options.log, taken);
    } catch (error) {
      taken();
      throw error;
    }
  } catch (error) {
    throw explained(error);
  }
}

const occupied = (dataDir: string, { pid, program }: Owner): PostgresProblem =>
  new PostgresProblem(
    `The data folder ${dataDir} is in use by another process (${program}, process ${pid}). Stop that one first, or set DATA_DIR to another folder.`,
  );

async function startLocked(dataDir: string, log: Log, release: () => void): Promise<EmbeddedPostgres> {
  const { cluster, record } = await prepare(dataDir, log);
  const opened = await open(dataDir, cluster, record, log);
  let { postmaster } = opened;
  const stopWatching = keepAlive({
    alive: () => birthOf(postmaster.pid) !== null,
    revive: async () => {
      postmaster = await launch(cluster, postmaster.port);
    },
    log,
  });
  // However this process ends, it leaves nothing running.
  const letGo = atProcessEnd(() => signal(postmaster.pid, 'SIGINT'));

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await stopWatching();
    await halt(cluster, postmaster.pid);
    letGo();
    release();
  };
  return {
    ...addressesOf(opened.roles, postmaster.port),
    superuserUrl: superuserUrl(record.password, postmaster.port),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The PostgreSQL of the cluster, with its database and roles: the one that was left running, or a new one. */
async function open(
  dataDir: string,
  cluster: Cluster,
  record: DatabaseRecord,
  log: Log,
): Promise<{ postmaster: Postmaster; roles: RolePasswords }> {
  const adopted = await adopt(cluster, log);
  const postmaster = adopted ?? (await launch(cluster, record.port));
  try {
    const { port } = postmaster;
    const roles = await makeRoles(record.roles, record.password, port);
    if (record.port !== port || record.roles !== roles || !record.made)
      writeRecord(dataDir, { ...record, roles, port, made: true });
    return { postmaster, roles };
  } catch (error) {
    // One that was being killed may still look alive for a moment.
    const dying = adopted && (await whenGone(cluster, adopted.pid, 2_000));
    if (dying) return open(dataDir, cluster, record, log);
    if (!adopted) await halt(cluster, postmaster.pid);
    throw error;
  }
}

/** The cluster of the data folder with its password, made when there is none yet. */
async function prepare(dataDir: string, log: Log): Promise<{ cluster: Cluster; record: DatabaseRecord }> {
  let account = accountFor();
  let record = readRecord(dataDir);
  const folder = folderOf(dataDir);
  const exists = existsSync(join(folder, 'PG_VERSION'));
  const lost = exists && record === null;
  record ??= { password: newPassword(), port: 0, made: lost };
  if (account && exists) {
    const { uid, gid } = statSync(folder);
    account = { uid, gid };
  }
  const cluster: Cluster = { folder, logFile: join(dataDir, 'postgres.log'), binaries: binariesFor(account), account };
  if (!exists) {
    if (record.made) {
      throw new PostgresProblem(
        `The database's files are missing from ${folder}. Bring them back, or delete ${join(dataDir, 'postgres.json')} to begin with an empty database.`,
      );
    }
    log(`Making the database in ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    writeRecord(dataDir, record);
    await makeCluster(cluster, record.password);
  } else if (lost) {
    await adopt(cluster, log).then((running) => running && halt(cluster, running.pid));
    log('postgres.json is gone: giving the database a new password');
    await setPassword(cluster, record.password);
    writeRecord(dataDir, record);
  }
  return { cluster, record };
}

/** The PostgreSQL that already runs on these files, once it is ready. */
async function adopt(cluster: Cluster, log: Log): Promise<Postmaster | null> {
  const found = postmasterOf(cluster.folder);
  if (!found || found === 'stale') return null;
  if (found.status === 'stopping') {
    await whenGone(cluster, found.pid);
    return null;
  }
  log('Taking over the PostgreSQL that was left running');
  return whenReady(cluster, () => birthOf(found.pid) === null);
}
