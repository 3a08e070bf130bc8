import type { Happening } from './event-bus.js';

/** A reader this far behind has lost touch: the oldest it did not hear are let go. */
const MOST_WAITING = 1_000;

/**
 * Happenings as they come, for one reader. What happens twice to one row before it is read is told once. Not an async generator:
 * that would only end at the next happening, and somebody who left would be listened for until then.
 */
export class HappeningStream implements AsyncIterableIterator<Happening> {
  private readonly waiting = new Map<string, Happening>();
  private readonly stop: () => void;
  private wake: (() => void) | null = null;
  private ended = false;
  /** Called once, when the reader is gone. */
  private whenGone: (() => Promise<void>) | null = null;

  constructor(
    listen: (hear: (happening: Happening) => void) => () => void,
    wanted: (happening: Happening) => boolean,
    first?: Happening,
  ) {
    const keep = (happening: Happening) =>
      this.waiting.set(`${happening.topic} ${happening.id} ${happening.about ?? ''}`, happening);
    if (first) keep(first);
    this.stop = listen((happening) => {
      if (!wanted(happening)) return;
      keep(happening);
      if (this.waiting.size > MOST_WAITING) this.waiting.delete(this.waiting.keys().next().value ?? '');
      this.wake?.();
    });
  }

  /** What is to be done once the reader is gone; at once, where that is so already. */
  async afterwards(work: () => Promise<void>): Promise<void> {
    if (this.ended) await work();
    else this.whenGone = work;
  }

  async next(): Promise<IteratorResult<Happening>> {
    while (!this.ended) {
      for (const [key, happening] of this.waiting) {
        this.waiting.delete(key);
        return { done: false, value: happening };
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Happening>> {
    this.ended = true;
    this.stop();
    this.wake?.();
    const work = this.whenGone;
    this.whenGone = null;
    await work?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Happening>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
