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
