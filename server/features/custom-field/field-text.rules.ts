import { isDay } from '../../core/cursor.js';
import { isPrintable, tidy } from '../../core/inputs.js';
import type { Params } from '../../core/words.js';
import { type CustomField, CustomFieldKind, CustomFieldSubject } from './custom-field.entity.js';
import type { CustomFieldChoice } from './custom-field-choice.entity.js';

/** A field with what may be chosen there. */
export interface FieldWithChoices extends CustomField {
  choices: CustomFieldChoice[];
}

/** A value as it is kept: one member has it, by the field's kind, and the others are null. */
export interface Stored {
  text: string | null;
  number: number | null;
  date: string | null;
  choiceId: string | null;
}

/** What is read of a text; `said` is how people know the value. */
export type ReadText = { stored: Stored; said: string } | { code: string; params?: Params };

const nothing: Stored = { text: null, number: null, date: null, choiceId: null };

export const MOST_CHARACTERS = 500;

/** It is asked for of customers of this kind. */
export const isFor = ({ appliesTo }: Pick<CustomField, 'appliesTo'>, kind: string): boolean =>
  appliesTo === CustomFieldSubject.EVERYONE || appliesTo === (kind as CustomFieldSubject);

/** `1 234,5` and `1,234.5` have blanks and marks as people write them in either language; null for what is no number. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  const plain = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
  // More digits than these a number of a program does not carry exactly.
  return /^[+-]?\d{1,12}(\.\d{1,6})?$/.test(plain) && plain.replace(/\D/g, '').length <= 15 ? Number(plain) : null;
}

/** Case, accents' spelling and blanks aside: how a choice is known by its label. */
export const labelWord = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * What somebody typed, or a cell of a file, as it is kept. A choice is known by its id or by its label in either language.
 * A retired one is no mistake where it is what stands there already (`before`).
 */
export function readText(field: FieldWithChoices, typed: string, before: Stored | null = null): ReadText {
  const text = tidy(typed) ?? '';
  switch (field.kind) {
    case CustomFieldKind.NUMBER: {
      const number = readNumber(text);
      return number === null ? { code: 'INVALID_NUMBER' } : { stored: { ...nothing, number }, said: String(number) };
    }
    case CustomFieldKind.DATE:
      return isDay(text) ? { stored: { ...nothing, date: text }, said: text } : { code: 'INVALID_DAY' };
    case CustomFieldKind.CHOICE: {
      const word = labelWord(text);
      const choice =
        field.choices.find(({ id }) => id === text) ??
        field.choices.find(({ labelFr, labelEn }) => labelWord(labelFr) === word || labelWord(labelEn) === word);
      if (!choice) return { code: 'UNKNOWN_CHOICE' };
      if (choice.retired && before?.choiceId !== choice.id) return { code: 'CHOICE_RETIRED' };
      return { stored: { ...nothing, choiceId: choice.id }, said: choice.labelFr };
    }
    default:
      if (text.length > MOST_CHARACTERS) return { code: 'TOO_LONG', params: { max: MOST_CHARACTERS } };
      return isPrintable(text) ? { stored: { ...nothing, text }, said: text } : { code: 'CONTROL_CHARACTER' };
  }
}
