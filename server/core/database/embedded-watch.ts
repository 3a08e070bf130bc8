import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

interface Watched {
  alive(): boolean;
  revive(): Promise<void>;
  log(line: string): void;
}

const interval = 500;
const longest = 30_000;

/** Starts PostgreSQL again when it ends by itself, waiting longer after each failure; answers how to stop watching. */
export function keepAlive({ alive, revive, log }: Watched): () => Promise<void> {
  const stopping = new AbortController();
  const watch = async () => {
    let wait = interval;
    while (!stopping.signal.aborted) {
      // Not referenced: watching alone keeps no process running.
      await pause(wait, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted || alive()) {
        wait = interval;
        continue;
      }
      try {
        log('PostgreSQL ended by itself: starting it again');
        await revive();
        log('PostgreSQL runs again');
        wait = interval;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        wait = Math.min(wait * 2, longest);
      }
    }
  };
  const watching = watch();
  return () => {
    stopping.abort();
    return watching;
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `end` when this process ends without having stopped PostgreSQL: by an error, or by a signal nobody else listens to. */
export function atProcessEnd(end: () => void): () => void {
  const handlers = signals.map((signal) => {
    // The entry script has such a handler too: several of them are still nobody who listens.
    const last = () =>
      process.listeners(signal).every((one) => 'lastResort' in one) && process.exit(128 + constants.signals[signal]);
    return [signal, Object.assign(last, { lastResort: true })] as const;
  });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  process.once('exit', end);
  return () => {
    for (const [signal, handler] of handlers) process.removeListener(signal, handler);
    process.removeListener('exit', end);
  };
}
