import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { isDatabaseAway, UserError, UserErrors } from '../../core/errors.js';
import { name, rowCount, type Sql, sql } from '../../core/sql.js';
import { sweepSoon } from '../../core/storage/unclaimed.js';
import { categories, categoryOf } from './all.categories.js';
import type { Category, Part } from './category.rules.js';
import { added, countDue, isDue, isFree, keyOf, looking, meaning } from './retention-count.service.js';
import { RetentionAction, type RetentionCategory } from './retention-rule.entity.js';
import { type KeptLine, RetentionRun, RetentionRunStatus } from './retention-run.entity.js';

const RUNNING = 7_310_060;
const AT_ONCE = 500;

export async function addRun(ctx: Context, dryRun: boolean, today: string): Promise<RetentionRun> {
  const createdById = ctx.viewer.role === 'system' ? null : ctx.viewer.id;
  const { id } = await ctx.db.save(ctx.db.create(RetentionRun, { dryRun, asOf: today, createdById, kept: [] }));
  return ctx.db.findOneByOrFail(RetentionRun, { id });
}

/** Those that were cut off, the oldest first: a run goes on where it stopped. */
export const unfinished = (ctx: Context): Promise<{ id: string }[]> =>
  ctx.query(sql`select id from retention_run where status <> 'DONE' order by created_at, id`);

/** Hears of what went wrong: the report has its reason, not its trace. */
type Told = (error: unknown, category: RetentionCategory) => void;

/** One run at a time: whoever comes second waits. Nothing is done to one that is done. */
export async function workRun(ctx: Context, id: string, signal: AbortSignal, told: Told = () => {}): Promise<RetentionRun> {
  const runner = ctx.db.connection.createQueryRunner();
  const alone = ctx.inside(runner.manager);
  try {
    await alone.query(sql`select pg_advisory_lock(${RUNNING})`);
    const run = await ctx.db.findOneByOrFail(RetentionRun, { id });
    if (run.status !== RetentionRunStatus.DONE) await new Working(ctx, run, signal, told).all();
    return run;
  } finally {
    await alone.query(sql`select pg_advisory_unlock(${RUNNING})`).catch(() => {});
    await runner.release();
  }
}

/** Rows and the report’s line about them change in one transaction, so that a run that was cut off knows how far it came. */
class Working {
  constructor(
    private readonly ctx: Context,
    private readonly run: RetentionRun,
    private readonly signal: AbortSignal,
    private readonly told: Told,
  ) {}

  async all(): Promise<void> {
    const { ctx, run } = this;
    await this.begin();
    for (const { category } of run.kept.filter(({ done }) => !done)) {
      try {
        await this.look(category);
      } catch (error) {
        // One that can't be counted is no reason for the others to stay.
        if (this.signal.aborted || isDatabaseAway(error)) throw error;
        await this.failed(category, 1, error);
        await this.note(ctx, { ...this.lineOf(category), done: true });
      }
    }
    run.status = RetentionRunStatus.DONE;
    run.endedAt = new Date();
    await ctx.db.transaction(async (transaction) => {
      const inside = ctx.inside(transaction);
      await this.write(inside, run.kept);
      const told = run.kept.filter(({ seen }) => seen > 0).map(({ done: _, heldFor: _h, failedFor: _f, ...line }) => line);
      await audit(inside, 'retention.run', run, { dryRun: [null, run.dryRun], categories: [null, told] });
      if (!run.dryRun) await sweepSoon(inside);
    });
  }

  /** A dry run looks at everything; one that acts, at what is switched on as it begins. */
  private async begin(): Promise<void> {
    const { ctx, run } = this;
    run.startedAt ??= new Date();
    if (run.status === RetentionRunStatus.QUEUED) {
      const rules = await ctx.query<{ category: RetentionCategory; months: number; active: boolean }>(
        sql`select category, months, active from retention_rule`,
      );
      run.kept = categories.flatMap(({ code }) => {
        const rule = rules.find(({ category }) => category === code);
        return rule && (run.dryRun || rule.active) ? [{ ...nothing, category: code, months: rule.months }] : [];
      });
    }
    run.status = RetentionRunStatus.RUNNING;
    await this.write(ctx, run.kept);
  }

  private async look(code: RetentionCategory): Promise<void> {
    const { ctx, run } = this;
    const category = categoryOf(code);
    const line = run.kept.find((one) => one.category === code)!;
    // What failed before it was cut off is still due, and so counted anew.
    await this.note(ctx, { ...line, failed: 0, failedFor: [] });
    if (!run.dryRun) for (const part of category.parts) await this.act(category, part);
    // Counted last: a hold that came meanwhile is one of those that kept something.
    const { seen, held, heldFor } = await looking(ctx, (inside) => countDue(inside, category, line.months, run.asOf));
    const now = this.lineOf(code);
    const left = { ...now, seen: now.deleted + now.pseudonymised + seen, held, heldFor, done: true };
    await this.note(ctx, run.dryRun ? gone(category, left, seen - held) : left);
  }

  private async failed(code: RetentionCategory, count: number, error: unknown): Promise<void> {
    this.told(error, code);
    const line = this.lineOf(code);
    const failedFor = added(line.failedFor, [{ code: codeOf(error), count }]);
    await this.note(this.ctx, { ...line, failed: line.failed + count, failedFor });
  }

  private async act(category: Category, part: Part): Promise<void> {
    const pieces = part.each ? 1 : AT_ONCE;
    for (let last: string | null = null; ; ) {
      const found: { id: string }[] = await this.next(category, part, last);
      for (let from = 0; from < found.length; from += pieces) {
        this.signal.throwIfAborted();
        await this.batch(
          category,
          part,
          found.slice(from, from + pieces).map(({ id }) => id),
        );
      }
      if (found.length < AT_ONCE) return;
      last = found.at(-1)!.id;
    }
  }

  private next(category: Category, part: Part, last: string | null): Promise<{ id: string }[]> {
    const key = keyOf(part);
    const after = last === null ? sql`true` : sql`${key} > ${last}::uuid`;
    return looking(this.ctx, async (inside) => {
      await meaning(inside, part);
      return inside.query(sql`
        select ${key} as id from ${name(part.table)} it where ${this.due(category, part)} and ${isFree(part)} and ${after}
        order by ${key} limit ${rowCount(AT_ONCE)}`);
    });
  }

  private due = (category: Category, part: Part): Sql => isDue(part, this.run.asOf, this.lineOf(category.code).months);

  /** What fails is counted with its reason, and the next night tries again. */
  private async batch(category: Category, part: Part, ids: string[]): Promise<void> {
    const { ctx } = this;
    try {
      const line = await ctx.db.transaction(async (transaction) => {
        const inside = ctx.inside(transaction);
        const after = gone(category, this.lineOf(category.code), await this.take(inside, category, part, ids));
        await this.write(inside, this.with(after));
        return after;
      });
      this.keep(line);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      await this.failed(category.code, ids.length, error);
    }
  }

  /** Who places a hold locks the customer: after it is ours, no hold comes in between. */
  private async take(inside: Context, category: Category, part: Part, ids: string[]): Promise<number> {
    await meaning(inside, part);
    const these = sql`${keyOf(part)} = any(${ids}::uuid[])`;
    const whose = part.customer ?? (part.user && sql`its.customer_id`);
    if (whose)
      await inside.query(sql`
        select from customer where id in (select ${whose} from ${name(part.table)} it
          ${part.customer ? sql`` : sql`join membership its on its.user_id = ${part.user}`} where ${these}) order by id for share`);
    const still = sql`${these} and ${this.due(category, part)} and ${isFree(part)}`;
    if (part.each) {
      await inside.query(sql`select from ${name(part.table)} it where ${these} for update`);
      const due = await inside.query(sql`select from ${name(part.table)} it where ${still}`);
      if (due.length > 0) await part.each(inside, ids[0]);
      return due.length;
    }
    if (part.first) await inside.query(part.first(sql`select ${keyOf(part)} from ${name(part.table)} it where ${still}`));
    const statement = part.becomes
      ? sql`update ${name(part.table)} it set ${assigned(part.becomes)} where ${still} returning true`
      : sql`delete from ${name(part.table)} it where ${still} returning true`;
    return (await inside.query(statement)).length;
  }

  private lineOf = (code: RetentionCategory): KeptLine => this.run.kept.find(({ category }) => category === code)!;

  private with = (line: KeptLine): KeptLine[] => this.run.kept.map((one) => (one.category === line.category ? line : one));

  private keep(line: KeptLine): void {
    this.run.kept = this.with(line);
  }

  private async note(ctx: Context, line: KeptLine): Promise<void> {
    this.keep(line);
    await this.write(ctx, this.run.kept);
  }

  private async write(ctx: Context, lines: readonly KeptLine[]): Promise<void> {
    const sum = (of: (line: KeptLine) => number) => lines.reduce((all, line) => all + of(line), 0);
    const { id, status, startedAt, endedAt } = this.run;
    await ctx.query(sql`
      update retention_run set lines = ${JSON.stringify(lines)}::jsonb, status = ${status}, started_at = ${startedAt}::timestamptz,
        ended_at = ${endedAt}::timestamptz, gone = ${sum(({ deleted, pseudonymised }) => deleted + pseudonymised)},
        held = ${sum(({ held }) => held)}, failed = ${sum(({ failed }) => failed)} where id = ${id}`);
  }
}

const nothing = { seen: 0, deleted: 0, pseudonymised: 0, held: 0, heldFor: [], failed: 0, failedFor: [], done: false };

const gone = ({ action }: Category, line: KeptLine, count: number): KeptLine =>
  action === RetentionAction.DELETED
    ? { ...line, deleted: line.deleted + count }
    : { ...line, pseudonymised: line.pseudonymised + count };

const assigned = (becomes: Record<string, Sql>): Sql =>
  Object.entries(becomes)
    .map(([column, value]) => sql`${name(column)} = ${value}`)
    .reduce((all, one) => sql`${all}, ${one}`);

/** A reason that has words, else that it was unexpected. */
const codeOf = (error: unknown): string =>
  error instanceof UserError ? error.code : error instanceof UserErrors ? error.errors[0].code : 'RETENTION_UNEXPECTED';
