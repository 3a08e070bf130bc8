import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { dueAfter, isLate } from './breach-clock.rules.js';
import { BreachRisk, DataBreach } from './data-breach.entity.js';
import type { CreateDataBreachInput, UpdateDataBreachInput } from './data-breach.input.js';
import './data-breach.words.js';

export async function createDataBreach(ctx: Context, input: CreateDataBreachInput): Promise<DataBreach> {
  const fields = checked(input);
  const made = ctx.db.create(DataBreach, { ...fields, dueAt: dueAfter(fields.awareAt), createdById: ctx.viewer.id });
  const { id } = await ctx.db.save(made);
  const breach = await ctx.db.findOneByOrFail(DataBreach, { id });
  await audit(ctx, 'dataBreach.create', breach, changesOf({} as DataBreach, fields));
  return breach;
}

export async function updateDataBreach(ctx: Context, { id, version, ...input }: UpdateDataBreachInput): Promise<DataBreach> {
  const breach = await lockVisible(ctx, DataBreach, id);
  authorize(ctx, 'update', breach);
  refuseStale(breach, version);
  const fields = checked(input);
  const { notifiedAt, lateReason } = breach;
  if (notifiedAt && (notifiedAt < fields.awareAt || (isLate(fields.awareAt, notifiedAt) && !lateReason)))
    throw new UserError('NOTIFIED_LATER_THAN_THAT', ['input', 'awareAt']);
  // Another beginning is another end, of which nobody was told yet.
  const moved = fields.awareAt.getTime() !== breach.awareAt.getTime();
  return changed(ctx, 'update', breach, { ...fields, dueAt: dueAfter(fields.awareAt) }, moved ? { remindedAt: null } : {});
}

/** Says what becomes of it in the audit trail, and counts the version on where something does. */
export async function changed(
  ctx: Context,
  verb: string,
  breach: DataBreach,
  change: Partial<DataBreach>,
  beside: Partial<DataBreach> = {},
): Promise<DataBreach> {
  const changes = changesOf(breach, change);
  if (Object.keys(changes).length > 0)
    await ctx.db.save(Object.assign(breach, change, beside, { version: breach.version + 1, updatedAt: new Date() }));
  await audit(ctx, `dataBreach.${verb}`, breach, changes);
  return breach;
}

const needed = ['title', 'description', 'people', 'records', 'consequences', 'measures'] as const;

/** What was typed, as it is kept. A reason why there is no risk stands only where there is none. */
function checked(input: CreateDataBreachInput): CreateDataBreachInput {
  const mistake = (code: string, field: string) => new UserError(code, ['input', field]);
  const now = new Date();
  const isHarmless = input.risk === BreachRisk.NONE;
  const noRiskReason = isHarmless ? tidy(input.noRiskReason) : null;
  refuseIfAny([
    ...needed.filter((field) => !tidy(input[field])).map((field) => mistake('BLANK', field)),
    ...(input.awareAt > now ? [mistake('BREACH_IN_THE_FUTURE', 'awareAt')] : []),
    ...(input.happenedAt && input.happenedAt > input.awareAt ? [mistake('AWARE_BEFORE_IT_HAPPENED', 'happenedAt')] : []),
    ...(isHarmless && !noRiskReason ? [mistake('NO_RISK_NEEDS_REASON', 'noRiskReason')] : []),
  ]);
  const texts = Object.fromEntries(needed.map((field) => [field, input[field].trim()])) as Pick<
    CreateDataBreachInput,
    (typeof needed)[number]
  >;
  return {
    ...texts,
    natures: [...new Set(input.natures)],
    awareAt: input.awareAt,
    happenedAt: input.happenedAt ?? null,
    peopleCount: input.peopleCount ?? null,
    recordCount: input.recordCount ?? null,
    risk: input.risk ?? null,
    noRiskReason,
  };
}

/** Those of ours who may act on a breach. */
export async function breachManagers(ctx: Context): Promise<string[]> {
  const people = await ctx.query<{ id: string }>(sql`
    select distinct given.user_id as id from user_role given join role on role.id = given.role_id
    where role.reach = 'staff' and role.permissions @> '{breach.manage,register.read}'`);
  return people.map(({ id }) => id);
}
