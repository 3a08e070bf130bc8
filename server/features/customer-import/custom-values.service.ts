import type { Context } from '../../core/context.js';
import { CustomFieldKind } from '../custom-field/custom-field.entity.js';
import { customFieldsOf } from '../custom-field/custom-field.service.js';
import { type FieldWithChoices, isFor, readText, type Stored } from '../custom-field/field-text.rules.js';
import type { KnownValue } from '../customer/custom-field-value.service.js';
import { isChange, type ValueChange } from '../customer/custom-field-value.service.js';
import { readDate } from '../import/dates.rules.js';
import { type CustomerField, customFieldColumn } from './customer-columns.rules.js';

/** What a line says of a custom field, kept until its turn comes. */
export interface LineValue extends Pick<KnownValue, 'fieldId' | 'key' | 'appliesTo' | 'said'> {
  stored: Stored;
}

/** The custom fields that a file may fill in for this person; the command line may fill in all. */
export const fillableFields = async (ctx: Context): Promise<FieldWithChoices[]> =>
  ctx.viewer.role === 'system' || ctx.viewer.permissions.has('customField.fill') ? customFieldsOf(ctx) : [];

const ZONE = 'Europe/Paris';

/** A spreadsheet writes days with a time, and French ones day first. */
const dayOf = (text: string): string => readDate(text, ZONE)?.dayFirst?.slice(0, 10) ?? text;

/** The custom fields a line fills in; what can't be read is told at its cell. `kind` where the file says it. */
export function readLineValues(
  fields: readonly FieldWithChoices[],
  cells: (field: CustomerField) => string | null,
  kind: string | null,
  wrong: (field: CustomerField, code: string) => void,
): LineValue[] {
  return fields.flatMap((field) => {
    const column = customFieldColumn(field);
    const cell = cells(column);
    if (cell === null) return [];
    const read = readText(field, field.kind === CustomFieldKind.DATE ? dayOf(cell) : cell);
    if (kind !== null && !isFor(field, kind)) wrong(column, 'FIELD_NOT_FOR_KIND');
    else if ('code' in read) wrong(column, read.code === 'TOO_LONG' ? 'TEXT_TOO_LONG' : read.code);
    else return [{ fieldId: field.id, key: field.key, appliesTo: field.appliesTo, ...read }];
    return [];
  });
}

/** The label a value would have for a customer of a kind that its field is not for. */
export const notForKind = (values: readonly LineValue[], kind: string): string | undefined =>
  values.find((value) => !isFor(value, kind))?.said;

/** What lines change of a customer’s values; a customer who becomes one of another kind loses what is not asked of them. */
export function planValues(known: readonly KnownValue[], values: readonly LineValue[], kind: string): ValueChange[] {
  const told = values.map(({ fieldId, key, stored, said }): ValueChange => {
    const before = known.find((one) => one.fieldId === fieldId) ?? null;
    return { fieldId, key, before, after: { stored, said } };
  });
  const lost = known
    .filter((one) => !isFor(one, kind) && !values.some(({ fieldId }) => fieldId === one.fieldId))
    .map((before): ValueChange => ({ fieldId: before.fieldId, key: before.key, before, after: null }));
  return [...told, ...lost].filter(isChange);
}

/** What is known once the changes are made: a further line of the same file may mean the same customer. */
export const valuesAfter = (
  known: readonly KnownValue[],
  values: readonly LineValue[],
  changes: readonly ValueChange[],
): KnownValue[] => {
  const changed = new Set(changes.map(({ fieldId }) => fieldId));
  const come = values.filter(({ fieldId }) => changed.has(fieldId));
  return [
    ...known.filter(({ fieldId }) => !changed.has(fieldId)),
    ...come.map(({ stored, ...value }) => ({ ...value, ...stored, customerId: '' })),
  ];
};
