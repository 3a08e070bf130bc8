import { authorize, visible } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import type { CreateProcessingActivityInput, UpdateProcessingActivityInput } from './processing-activity.input.js';
import { Processor } from './processor.entity.js';
import './register.words.js';

export async function createProcessingActivity(
  ctx: Context,
  { processorIds, ...input }: CreateProcessingActivityInput,
): Promise<ProcessingActivity> {
  const fields = checked(input);
  const wanted = await processorsOf(ctx, processorIds ?? []);
  const { id } = await saved(ctx, ctx.db.create(ProcessingActivity, fields));
  await link(ctx, id, wanted);
  const activity = await ctx.db.findOneByOrFail(ProcessingActivity, { id });
  await audit(ctx, 'processingActivity.create', activity, {
    ...changesOf({} as ProcessingActivity, fields),
    ...(wanted.length > 0 ? { processors: [null, namesOf(wanted)] } : {}),
  });
  return activity;
}

export async function updateProcessingActivity(
  ctx: Context,
  { id, version, processorIds, ...input }: UpdateProcessingActivityInput,
): Promise<ProcessingActivity> {
  const activity = await lockVisible(ctx, ProcessingActivity, id);
  authorize(ctx, 'update', activity);
  refuseStale(activity, version);
  const fields = checked(input);
  const before = await linked(ctx, id);
  const wanted = processorIds == null ? before : await processorsOf(ctx, processorIds);
  const [was, is] = [namesOf(before), namesOf(wanted)];
  const changes: Changes = {
    ...changesOf(activity, fields),
    ...(was === is ? {} : { processors: [was, is] }),
  };
  if (Object.keys(changes).length > 0)
    await saved(ctx, Object.assign(activity, fields, { version: activity.version + 1, updatedAt: new Date() }));
  if (was !== is) await link(ctx, id, wanted);
  await audit(ctx, 'processingActivity.update', activity, changes);
  return activity;
}

const saved = (ctx: Context, activity: ProcessingActivity): Promise<ProcessingActivity> =>
  orTaken(ctx.db.save(activity), 'processing_activity_name_key', ['input', 'name'], 'ACTIVITY_NAME_TAKEN');

type Typed = Omit<CreateProcessingActivityInput, 'processorIds'>;

const needed = ['name', 'purposes', 'people', 'data', 'recipients', 'retention', 'security'] as const;

/** What was typed, as it is kept. Without a transfer there is nothing to make lawful. */
function checked(input: Typed): Typed {
  const transfers = tidy(input.transfers);
  const transferSafeguard = transfers && tidy(input.transferSafeguard);
  refuseIfAny([
    ...needed.filter((field) => !tidy(input[field])).map((field) => new UserError('BLANK', ['input', field])),
    ...(transfers && !transferSafeguard ? [new UserError('SAFEGUARD_NEEDED', ['input', 'transferSafeguard'])] : []),
    ...(input.endedOn && input.endedOn < input.startedOn ? [new UserError('ENDS_BEFORE_IT_STARTS', ['input', 'endedOn'])] : []),
  ]);
  const texts = Object.fromEntries(needed.map((field) => [field, input[field].trim()])) as Pick<Typed, (typeof needed)[number]>;
  return {
    ...texts,
    legalBases: [...new Set(input.legalBases)],
    transfers,
    transferSafeguard,
    responsible: tidy(input.responsible),
    startedOn: input.startedOn,
    endedOn: input.endedOn ?? null,
  };
}

interface Named {
  id: string;
  name: string;
}

const namesOf = (processors: readonly Named[]): string => processors.map(({ name }) => name).join(', ');

async function processorsOf(ctx: Context, ids: readonly string[]): Promise<Named[]> {
  const asked = [...new Set(ids)];
  const found = await ctx.query<Named>(sql`
    select it.id, it.name from processor it where it.id::text = any(${asked}::text[]) and ${visible(ctx.viewer, Processor, sql`it`)}
    order by it.name, it.id for key share`);
  if (found.length < asked.length) throw new UserError('UNKNOWN_PROCESSOR', ['input', 'processorIds']);
  return found;
}

const linked = (ctx: Context, id: string): Promise<Named[]> =>
  ctx.query<Named>(sql`
    select it.id, it.name from processor it join processing_activity_processor part on part.processor_id = it.id
    where part.activity_id = ${id} order by it.name, it.id`);

async function link(ctx: Context, id: string, processors: readonly Named[]): Promise<void> {
  await ctx.query(sql`delete from processing_activity_processor where activity_id = ${id}`);
  await ctx.query(sql`
    insert into processing_activity_processor (activity_id, processor_id)
    select ${id}::uuid, unnest(${processors.map((one) => one.id)}::uuid[])`);
}
