const WIDTH = 30;
const EVERY_MS = 100;

/** A bar with an estimate, on standard error; nothing where that is no terminal. */
export class ProgressBar {
  private readonly begun = performance.now();
  private shown = 0;

  show(done: number | null, note: string): void {
    if (!process.stderr.isTTY || performance.now() - this.shown < EVERY_MS) return;
    this.shown = performance.now();
    const seconds = (this.shown - this.begun) / 1000;
    const bar =
      done === null
        ? ''
        : `${'█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░')} ${String(Math.floor(done * 100)).padStart(3)} %`;
    const left = done === null || done < 0.02 ? '' : `, ${duration((seconds / done) * (1 - done))} left`;
    process.stderr.write(`\r\x1b[2K  ${bar}  ${note}${left}`);
  }

  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  }
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
