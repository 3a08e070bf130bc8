import { once } from 'node:events';
import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import { expect } from 'vitest';
import WebSocket from 'ws';
import type { Asker, TestServer } from './server.js';

/** A socket as a browser opens it, and what came over it. */
export function socket(server: Pick<TestServer, 'origin'>, asker: Asker | null) {
  let closed: (event: { code: number; reason: string }) => void = () => {};
  const closing = new Promise<{ code: number; reason: string }>((resolve) => {
    closed = resolve;
  });
  const client = createClient({
    url: `${server.origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => {},
    connectionParams: asker ? { authorization: `Bearer ${asker.token}`, portal: asker.portal } : undefined,
    on: { closed: (event) => closed(event as { code: number; reason: string }) },
  });
  return { client, closing, subscribe: (query: string, variables?: Record<string, unknown>) => heard(client, query, variables) };
}

/** A subscription that the server has begun to listen for. */
export async function subscribed(
  server: TestServer,
  who: Asker,
  topic: string,
  query: string,
  variables?: Record<string, unknown>,
) {
  const { events } = server.product.world.services;
  const opened = socket(server, who);
  const before = events.readers(topic);
  const heard = opened.subscribe(query, variables);
  await expect.poll(() => events.readers(topic), { interval: 5 }).toBeGreaterThan(before);
  return { ...heard, ...opened };
}

/** What a subscription told so far, in order. `next(n)` waits until it told that many. */
function heard(client: Client, query: string, variables?: Record<string, unknown>) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what each test asks for
  const told: ExecutionResult<any>[] = [];
  const emitter = new EventTarget();
  let failure: unknown;
  let ended = false;
  const changed = () => emitter.dispatchEvent(new Event('change'));
  const stop = client.subscribe(
    { query, variables },
    {
      next: (result) => {
        told.push(result as never);
        changed();
      },
      error: (error) => {
        failure = error;
        ended = true;
        changed();
      },
      complete: () => {
        ended = true;
        changed();
      },
    },
  );
  const until = async (done: () => boolean) => {
    while (!done()) await once(emitter, 'change', { signal: AbortSignal.timeout(10_000) });
  };
  return {
    told,
    stop,
    next: (count = 1) => until(() => told.length >= count || ended).then(() => told),
    end: () => until(() => ended).then(() => failure),
  };
}
