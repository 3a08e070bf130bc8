import pg from 'pg';
import type { Logger } from 'pino';
import { type EntryRow, insertEntries, Outcome } from './audit-row.js';
import { anonymous } from './context.js';

const FLUSH_MS = 500;
/** A statement's worth. */
const MOST_AT_ONCE = 500;
/** More than this waits for a database that is away; what comes then is only counted. */
const MOST_WAITING = 20_000;
/** Somebody's refusals of one kind, each of another object, that get an entry each within a minute. */
const MOST_OBJECTS = 20;
const MOST_WINDOWS = 20_000;
/** After this many entries they are sealed at once. */
const MANY = 1_000;

/** The same again within this time is no entry of its own: refusals are counted, reads are one reading. */
const WINDOW_MS = { [Outcome.REFUSED]: 60_000, [Outcome.READ]: 15 * 60_000, [Outcome.CHANGED]: 0 };

const SWEEP_MS = 10_000;

interface Window {
  until: number;
  more: number;
  row: EntryRow;
  kind: string;
}

/**
 * Entries of what no transaction commits: reads and refusals. They wait in memory for half a second and are written many at a time,
 * over a connection of their own, so that no request waits for them and a flood of refusals is a trickle of rows.
 * A process that is killed loses that half second, and how often the last minute's refusals were repeated.
 */
export class AuditTrail {
  private waiting: EntryRow[] = [];
  private lost = 0;
  private sinceMany = 0;
  /** By what it is; in the order of their ends. */
  private readonly windows = { [Outcome.REFUSED]: new Map<string, Window>(), [Outcome.READ]: new Map<string, Window>() };
  /** How many windows of a kind there are: each of another object. */
  private readonly objects = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private readonly sweeping: NodeJS.Timeout;
  private flushing: Promise<void> = Promise.resolve();
  private readonly pool: pg.Pool;
  /** Called when many entries were written since the last time. */
  onMany: (() => Promise<void>) | undefined;

  constructor(
    connectionString: string,
    private readonly logger: Pick<Logger, 'warn' | 'error'>,
  ) {
    const options = '-c timezone=UTC';
    this.pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 5_000, connectionTimeoutMillis: 5_000, options });
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
    this.sweeping = setInterval(() => void this.flush(), SWEEP_MS).unref();
  }

  /** Of entries that a transaction wrote by itself. */
  count(entries = 1): void {
    this.sinceMany += entries;
    if (this.sinceMany >= MANY) this.wake();
  }

  note(row: EntryRow): void {
    if (row.outcome === Outcome.CHANGED) throw new Error('what changes something is audited in its transaction');
    const windows = this.windows[row.outcome];
    const { kept, key, kind } = this.keyOf(row, windows);
    const window = windows.get(key);
    if (window) window.more += 1;
    else {
      windows.set(key, { until: Date.now() + WINDOW_MS[row.outcome], more: 0, row: kept, kind });
      this.objects.set(kind, (this.objects.get(kind) ?? 0) + 1);
      this.wait({ ...kept, at: new Date() });
      this.wake();
    }
  }

  /** What makes two the same. Past the caps the object is left out, then also who it was: a flood ends in one row. */
  private keyOf(row: EntryRow, windows: Map<string, Window>): { kept: EntryRow; key: string; kind: string } {
    const { actorId, asUserId, sessionId, ip, outcome, action, code, subjectType, subjectId } = row;
    const who = actorId === anonymous.id ? ip : `${actorId} ${asUserId} ${outcome === Outcome.READ ? sessionId : ''}`;
    const kind = `${who} ${outcome} ${action} ${code}`;
    const key = `${kind} ${subjectType} ${subjectId}`;
    if (windows.has(key)) return { kept: row, key, kind };
    if (windows.size >= MOST_WINDOWS) {
      const nobody = {
        actorId: anonymous.id,
        actorRole: anonymous.role,
        asUserId: null,
        sessionId: null,
        ip: null,
        userAgent: null,
      };
      const kept = { ...row, ...nobody, subjectType: null, subjectId: null, aboutId: null };
      return { kept, key: `${outcome} ${action}`, kind: `${outcome} ${action}` };
    }
    if (outcome === Outcome.REFUSED && (this.objects.get(kind) ?? 0) >= MOST_OBJECTS)
      return { kept: { ...row, subjectType: null, subjectId: null, aboutId: null }, key: kind, kind };
    return { kept: row, key, kind };
  }

  private wait(row: EntryRow): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(row);
    else this.lost += 1;
  }

  private wake(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      // What can't be written now is tried again with the next sweep.
      void this.flush();
    }, FLUSH_MS).unref();
  }

  /** Writes what waits; what can't be written waits on. */
  flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  private async write(): Promise<void> {
    this.endWindows(Date.now());
    try {
      while (this.waiting.length > 0 || this.lost > 0) {
        const rows = this.waiting.slice(0, MOST_AT_ONCE);
        const { lost } = this;
        if (lost > 0) rows.push({ ...NOBODY, times: lost, at: new Date() });
        await this.pool.query(insertEntries(rows).compile());
        this.waiting.splice(0, rows.length - (lost > 0 ? 1 : 0));
        this.lost -= lost;
        this.sinceMany += rows.length;
      }
      if (this.sinceMany >= MANY) {
        this.sinceMany = 0;
        await this.onMany?.();
      }
    } catch (error) {
      this.logger.warn({ err: error, waiting: this.waiting.length, lost: this.lost }, 'audit entries wait to be written');
    }
  }

  /** Those whose time is over make room, and say how often they came again. */
  private endWindows(now: number): void {
    for (const windows of Object.values(this.windows))
      for (const [key, { until, more, row, kind }] of windows) {
        if (until > now) break;
        windows.delete(key);
        const left = (this.objects.get(kind) ?? 1) - 1;
        if (left > 0) this.objects.set(kind, left);
        else this.objects.delete(kind);
        if (more > 0 && row.outcome === Outcome.REFUSED) this.wait({ ...row, times: more, at: new Date() });
      }
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    clearInterval(this.sweeping);
    this.endWindows(Number.POSITIVE_INFINITY);
    await this.flush();
    await this.pool.end();
  }
}

/** Says that entries were lost: more came than could wait. */
const NOBODY: EntryRow = {
  actorId: anonymous.id,
  actorRole: 'system',
  asUserId: null,
  sessionId: null,
  ip: null,
  userAgent: null,
  requestId: null,
  outcome: Outcome.REFUSED,
  action: 'audit.lost',
  code: null,
  times: 1,
  subjectType: null,
  subjectId: null,
  aboutId: null,
  changes: null,
  at: null,
};
