import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { badInput, refuseIfAny, UserError } from '../../core/errors.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { parisDay } from '../data-subject-request/request-clock.rules.js';
import { categoryOf } from './all.categories.js';
import type { StartRetentionRunInput, UpdateRetentionRuleInput } from './retention.input.js';
import { countDue, previewRetention } from './retention-count.service.js';
import type { RetentionPreview } from './retention-preview.entity.js';
import { type RetentionCategory, RetentionRule } from './retention-rule.entity.js';
import type { RetentionRun } from './retention-run.entity.js';
import { addRun, unfinished } from './retention-run.service.js';

export const today = (): string => parisDay(new Date());

export async function updateRetentionRule(
  ctx: Context,
  { id, version, expected, ...fields }: UpdateRetentionRuleInput,
): Promise<RetentionRule> {
  const rule = await lockVisible(ctx, RetentionRule, id);
  authorize(ctx, 'update', rule);
  refuseStale(rule, version);
  const { months, personal } = categoryOf(rule.category);
  refuseIfAny([
    ...(fields.months < months.least ? [new UserError('RETENTION_TOO_SHORT', ['input', 'months'], { least: months.least })] : []),
    ...(fields.months > months.most ? [new UserError('RETENTION_TOO_LONG', ['input', 'months'], { most: months.most })] : []),
  ]);
  const moreMayGo = fields.active && (!rule.active || fields.months < rule.months);
  if (personal && moreMayGo) await refuseUnseen(ctx, rule.category, fields.months, expected ?? null);
  const changes = changesOf(rule, fields);
  if (Object.keys(changes).length > 0)
    await ctx.db.save(
      Object.assign(rule, fields, { version: rule.version + 1, updatedAt: new Date(), updatedById: ctx.viewer.id }),
    );
  await audit(ctx, 'retentionRule.update', rule, { ...changes, category: [rule.category, rule.category] });
  return rule;
}

/** Whoever lets people’s records go has looked at how many. */
async function refuseUnseen(ctx: Context, code: RetentionCategory, months: number, expected: number | null): Promise<void> {
  const { seen, held } = await countDue(ctx, categoryOf(code), months, today());
  if (expected === null || seen - held > expected) throw new UserError('RETENTION_LOOK_FIRST', ['input', 'active']);
}

/** What the rule, or one with another period, would do today. */
export async function previewOf(
  ctx: Context,
  code: RetentionCategory,
  months: number | null | undefined,
): Promise<RetentionPreview> {
  const category = categoryOf(code);
  const period = months ?? (await ctx.db.findOneByOrFail(RetentionRule, { category: code })).months;
  if (period < category.months.least || period > category.months.most) throw badInput();
  return previewRetention(ctx, category, period, today());
}

export async function startRetentionRun(ctx: Context, { dryRun }: StartRetentionRunInput): Promise<RetentionRun> {
  // Of two at once the second sees the first: rules are few, and whoever starts a run locks them.
  await ctx.db.find(RetentionRule, { lock: { mode: 'pessimistic_write' }, order: { id: 'ASC' } });
  if ((await unfinished(ctx)).length > 0) throw new UserError('RETENTION_RUNNING', ['input', 'dryRun']);
  const run = await addRun(ctx, dryRun, today());
  await audit(ctx, 'retention.start', run, { dryRun: [null, dryRun] });
  return run;
}
