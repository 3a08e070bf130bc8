import { allOf, manyBy, oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { CustomField } from './custom-field.entity.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';

export const customFieldById = oneById(CustomField);
export const customFieldChoiceById = oneById(CustomFieldChoice);
export const choicesByField = manyBy(CustomFieldChoice, 'fieldId', { order: { position: 'asc' } });

export const customFields = allOf(CustomField, {
  order: { position: 'asc' },
  only: (row, { archived }) => (archived ? sql`true` : sql`not ${row}.archived`),
});
