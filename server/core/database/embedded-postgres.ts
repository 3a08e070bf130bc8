import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Cluster, makeCluster, setPassword } from './embedded-cluster.js';
import { halt, launch, signal, whenGone, whenReady } from './embedded-launch.js';
import { type Owner, ownerOf, takeLock } from './embedded-lock.js';
import { accountFor, binariesFor } from './embedded-place.js';
import { birthOf, type Postmaster, postmasterOf } from './embedded-processes.js';
import { type DatabaseRecord, newPassword, readRecord, writeRecord } from './embedded-record.js';
import { atProcessEnd, keepAlive } from './embedded-watch.js';
import { explained, PostgresProblem } from './postgres-problem.js';

export type Log = (line: string) => void;

export interface RunningPostgres {
  /** Connects to the database `prisme` as its superuser. */
  url: string;
  stop(): Promise<void>;
}

const database = 'prisme';
const folderOf = (dataDir: string): string => join(dataDir, 'postgres');
const lockOf = (dataDir: string): string => join(dataDir, 'postgres.lock');

const urlOf = (record: DatabaseRecord, port: number, name = database): string =>
  `postgres://postgres:${encodeURIComponent(record.password)}@127.0.0.1:${port}/${name}`;

/** The running process that keeps the database of this data folder, or null. */
export const keeperOf = (dataDir: string): Owner | null => {
  try {
    return ownerOf(lockOf(dataDir));
  } catch (error) {
    throw explained(error);
  }
};

/** The address of the PostgreSQL that runs on this data folder, or null when none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  try {
    if (!existsSync(dataDir)) return null;
    const folder = realpathSync(dataDir);
    const record = readRecord(folder);
    const found = record && postmasterOf(folderOf(folder));
    return found && found !== 'stale' && found.status === 'ready' ? urlOf(record, found.port) : null;
  } catch (error) {
    throw explained(error);
  }
}

/** Starts the PostgreSQL of this data folder, or takes over the one a killed process left running. */
export async function startEmbeddedPostgres(options: { dataDir: string; log: Log }): Promise<RunningPostgres> {
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

async function startLocked(dataDir: string, log: Log, release: () => void): Promise<RunningPostgres> {
  const { cluster, record } = await prepare(dataDir, log);
  let postmaster = await open(dataDir, cluster, record, log);
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
    url: urlOf(record, postmaster.port),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The PostgreSQL of the cluster, with its database: the one that was left running, or a new one. */
async function open(dataDir: string, cluster: Cluster, record: DatabaseRecord, log: Log): Promise<Postmaster> {
  const adopted = await adopt(cluster, log);
  const postmaster = adopted ?? (await launch(cluster, record.port));
  try {
    await createDatabase(record, postmaster.port);
    if (record.port !== postmaster.port || !record.made) writeRecord(dataDir, { ...record, port: postmaster.port, made: true });
    return postmaster;
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

async function createDatabase(record: DatabaseRecord, port: number): Promise<void> {
  try {
    await execute(urlOf(record, port), 'SELECT');
  } catch (error) {
    // 3D000: no such database.
    if (!(error instanceof pg.DatabaseError) || error.code !== '3D000') throw error;
    await execute(urlOf(record, port, 'postgres'), `CREATE DATABASE ${database}`);
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}
