import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { isLate } from './breach-clock.rules.js';
import { BreachRisk, DataBreach } from './data-breach.entity.js';
import type { AddDataBreachEntryInput, NotifyDataBreachInput, TellDataBreachPeopleInput } from './data-breach.input.js';
import { changed } from './data-breach.service.js';
import './data-breach.words.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

const mistake = (code: string, field: string) => new UserError(code, ['input', field]);

/** What is wrong with when somebody was told. */
const wrongMoment = (at: Date, { awareAt }: DataBreach, field: string): UserError[] => [
  ...(at > new Date() ? [mistake('BREACH_IN_THE_FUTURE', field)] : []),
  ...(at < awareAt ? [mistake('BEFORE_AWARE', field)] : []),
];

export async function notifyDataBreach(
  ctx: Context,
  { id, notifiedAt, reference, lateReason }: NotifyDataBreachInput,
): Promise<DataBreach> {
  const breach = await lockVisible(ctx, DataBreach, id);
  authorize(ctx, 'notify', breach);
  const late = isLate(breach.awareAt, notifiedAt);
  const reason = late ? tidy(lateReason) : null;
  refuseIfAny([
    ...wrongMoment(notifiedAt, breach, 'notifiedAt'),
    ...(late && !reason ? [mistake('LATE_REASON_NEEDED', 'lateReason')] : []),
  ]);
  return changed(ctx, 'notify', breach, { notifiedAt, notificationReference: tidy(reference), lateReason: reason });
}

export async function tellDataBreachPeople(
  ctx: Context,
  { id, toldAt, notToldReason }: TellDataBreachPeopleInput,
): Promise<DataBreach> {
  const breach = await lockVisible(ctx, DataBreach, id);
  authorize(ctx, 'tellPeople', breach);
  const reason = tidy(notToldReason);
  refuseIfAny([
    ...((toldAt == null) === (reason === null) ? [mistake('TOLD_OR_WHY_NOT', toldAt ? 'notToldReason' : 'toldAt')] : []),
    ...(toldAt ? wrongMoment(toldAt, breach, 'toldAt') : []),
  ]);
  return changed(ctx, 'tellPeople', breach, { peopleToldAt: toldAt ?? null, peopleNotToldReason: reason });
}

/** What was said once stays as it was said. */
export async function addDataBreachEntry(
  ctx: Context,
  { id, body }: AddDataBreachEntryInput,
): Promise<{ dataBreach: DataBreach; dataBreachEntry: DataBreachEntry }> {
  const breach = await lockVisible(ctx, DataBreach, id);
  authorize(ctx, 'addEntry', breach);
  const text = tidy(body);
  if (!text) throw mistake('BLANK', 'body');
  const made = await ctx.db.save(ctx.db.create(DataBreachEntry, { breachId: id, body: text, authorId: ctx.viewer.id }));
  const entry = await ctx.db.findOneByOrFail(DataBreachEntry, { id: made.id });
  await audit(ctx, 'dataBreach.addEntry', breach, { entry: [null, text] });
  return { dataBreach: breach, dataBreachEntry: entry };
}

/** Only once all that its risk asks for was done. */
export async function closeDataBreach(ctx: Context, id: string): Promise<DataBreach> {
  const breach = await lockVisible(ctx, DataBreach, id);
  authorize(ctx, 'close', breach);
  const { risk, notifiedAt, peopleToldAt, peopleNotToldReason } = breach;
  if (risk === null) throw mistake('BREACH_NOT_ASSESSED', 'id');
  refuseIfAny([
    ...(risk !== BreachRisk.NONE && notifiedAt === null ? [mistake('BREACH_NOT_NOTIFIED', 'id')] : []),
    ...(risk === BreachRisk.HIGH && peopleToldAt === null && peopleNotToldReason === null
      ? [mistake('BREACH_PEOPLE_UNTOLD', 'id')]
      : []),
  ]);
  return changed(ctx, 'close', breach, { closedAt: new Date() }, { closedById: ctx.viewer.id });
}
