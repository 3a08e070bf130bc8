import type { Context } from '../../core/context.js';
import { UserError, UserErrors } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { sql } from '../../core/sql.js';
import { CustomFieldKind } from './custom-field.entity.js';
import type { CustomFieldChoiceInput } from './custom-field.input.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';
import { labelWord } from './field-text.rules.js';

/** A choice as it is to be; without id a new one. */
export type WantedChoice = Pick<CustomFieldChoice, 'labelFr' | 'labelEn' | 'retired'> & { id: string | null };

const LIST = ['input', 'choices'];

/** What was typed, as it is kept; every mistake is added. No two have one label: files name them by it. */
export function checkChoices(
  mistakes: UserError[],
  kind: CustomFieldKind,
  input: readonly CustomFieldChoiceInput[],
  before: readonly CustomFieldChoice[],
): WantedChoice[] {
  if (kind !== CustomFieldKind.CHOICE) {
    if (input.length > 0) mistakes.push(new UserError('CHOICES_OF_A_CHOICE', LIST));
    return [];
  }
  const seen = { labelFr: new Set<string>(), labelEn: new Set<string>() };
  const ids = new Set<string>();
  const wanted = input.map(({ id, retired, ...labels }, i): WantedChoice => {
    const wrong = (field: string, code: string) => void mistakes.push(new UserError(code, [...LIST, String(i), field]));
    if (id != null && (!before.some((one) => one.id === id) || ids.has(id))) wrong('id', 'UNKNOWN_CHOICE');
    if (id != null) ids.add(id);
    for (const name of ['labelFr', 'labelEn'] as const) {
      const word = labelWord(labels[name]);
      if (!word) wrong(name, 'BLANK');
      else if (seen[name].has(word)) wrong(name, 'CHOICE_TWICE');
      seen[name].add(word);
    }
    return { id: id ?? null, labelFr: tidy(labels.labelFr) ?? '', labelEn: tidy(labels.labelEn) ?? '', retired };
  });
  if (wanted.every(({ retired }) => retired)) mistakes.push(new UserError('NO_CHOICE_LEFT', LIST));
  return wanted;
}

/** Writes the choices in their order. What customers have is not deleted: the foreign key says so too, should somebody be faster. */
export async function writeChoices(
  ctx: Context,
  fieldId: string,
  wanted: readonly WantedChoice[],
  before: readonly CustomFieldChoice[],
): Promise<void> {
  const gone = before.filter(({ id }) => !wanted.some((one) => one.id === id));
  if (gone.length > 0) {
    // Whoever gives one of them now comes first or finds it gone.
    await ctx.query(sql`select from custom_field_choice where id = any(${gone.map(({ id }) => id)}::uuid[]) for update`);
    const used = await ctx.query<{ choiceId: string; count: number }>(sql`
      select choice_id as "choiceId", count(*)::int as count from custom_field_value
      where choice_id = any(${gone.map(({ id }) => id)}::uuid[]) group by choice_id`);
    if (used.length > 0) throw new UserErrors(used.map((one) => inUse(one, gone)));
    await ctx.query(sql`delete from custom_field_choice where id = any(${gone.map(({ id }) => id)}::uuid[])`);
  }
  for (const [position, { id, ...fields }] of wanted.entries())
    if (id) await ctx.db.update(CustomFieldChoice, { id, fieldId }, { ...fields, position });
    else await ctx.db.insert(CustomFieldChoice, { ...fields, fieldId, position });
}

const inUse = ({ choiceId, count }: { choiceId: string; count: number }, gone: readonly CustomFieldChoice[]) =>
  new UserError('CHOICE_IN_USE', LIST, { count, label: gone.find(({ id }) => id === choiceId)?.labelFr ?? '' });

/** For the audit trail: the choices in their order, those that are retired in brackets. */
export const saidOf = (choices: readonly Pick<CustomFieldChoice, 'labelFr' | 'retired'>[]): string[] =>
  choices.map(({ labelFr, retired }) => (retired ? `(${labelFr})` : labelFr));
