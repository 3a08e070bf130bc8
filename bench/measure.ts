import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

export const peersFolder = join(process.cwd(), 'bench/peers');

export interface Contender {
  name: string;
  port: number;
  process: ChildProcess;
  headers: Record<string, string>;
  /** What the server said when it was ready. */
  said: string;
}

export async function contender(name: string, port: number, file: string, args: string[]): Promise<Contender> {
  const child = fork(file, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET: 'a secret for the benchmark, long enough',
    },
  });
  const [said] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start`))),
  ]);
  return { name, port, process: child, headers: { 'content-type': 'application/json' }, said: String(said) };
}

export interface Figures {
  rate: number;
  p50: number;
  /** 97.5 of 100 were answered within it: the load generator knows no 95. */
  p975: number;
  p99: number;
  cpuMs: number;
  statements: number;
}

interface Shot {
  requests: { total: number };
  latency: { p50: number; p97_5: number; p99: number };
  non2xx: number;
  errors: number;
}

type Autocannon = (options: object) => Promise<Shot>;

/** The load generator is a peer too: the product does without. */
const autocannon = createRequire(join(peersFolder, 'package.json'))('autocannon') as Autocannon;

const CONNECTIONS = 16;

/** Fires for some seconds; what the server's process and PostgreSQL did for it is told a request. */
export async function fire(
  database: DataSource,
  { name, port, headers, process: child }: Contender,
  bodies: string[],
  seconds: number,
): Promise<Figures> {
  const before = { cpu: cpuMs(child), calls: await calls(database) };
  const shot = await autocannon({
    url: `http://127.0.0.1:${port}/graphql`,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    requests: bodies.map((body) => ({ method: 'POST', path: '/graphql', body })),
  });
  if (shot.non2xx + shot.errors > 0) throw new Error(`${name}: ${shot.non2xx} refusals, ${shot.errors} failures`);
  const { total } = shot.requests;
  return {
    rate: total / seconds,
    p50: shot.latency.p50,
    p975: shot.latency.p97_5,
    p99: shot.latency.p99,
    cpuMs: (cpuMs(child) - before.cpu) / total,
    statements: ((await calls(database)) - before.calls) / total,
  };
}

/** User and system time of a process, in milliseconds. */
function cpuMs(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Statements that PostgreSQL ran so far, this one left aside. */
async function calls(database: DataSource): Promise<number> {
  const [{ sum }] = await database.query(
    `select coalesce(sum(calls), 0)::int as sum from pg_stat_statements where query not like '%pg_stat_statements%'`,
  );
  return sum;
}

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
