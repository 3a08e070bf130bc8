import { expect } from 'vitest';
import type { TestServer } from './server.js';

export interface Letter {
  subject: string;
  text: string;
  html: string;
  secret: boolean;
  /** What stands behind the # of its link; empty where it has none. */
  token: string;
}

/** All that was written to this address, the oldest first. */
export async function lettersTo({ database }: Pick<TestServer, 'database'>, email: string): Promise<Letter[]> {
  const mails: Omit<Letter, 'token'>[] = await database.query(
    'select subject, text, html, secret from mail where "to" = $1 order by id',
    [email],
  );
  return mails.map((mail) => ({ ...mail, token: /#([\w-]+)/.exec(mail.text)?.[1] ?? '' }));
}

/** The newest once there are as many as that: jobs write them. */
export async function letterTo(server: Pick<TestServer, 'database'>, email: string, count = 1): Promise<Letter> {
  await expect.poll(async () => (await lettersTo(server, email)).length, { interval: 20, timeout: 10_000 }).toBe(count);
  return (await lettersTo(server, email))[count - 1];
}

/** Waits until no job is left to do. */
export async function quiet({ database }: Pick<TestServer, 'database'>): Promise<void> {
  await expect
    .poll(async () => (await database.query('select count(*)::int as left from graphile_worker.jobs'))[0].left, {
      interval: 20,
      timeout: 10_000,
    })
    .toBe(0);
}
