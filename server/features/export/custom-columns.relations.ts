import { visible } from '../../core/access.js';
import { type Sql, sql } from '../../core/sql.js';
import type { Locale } from '../../core/words.js';
import { type CustomField, CustomFieldKind } from '../custom-field/custom-field.entity.js';
import { CustomFieldValue } from '../customer/custom-field-value.entity.js';
import type { Field } from './customer-parts.relations.js';
import type { Kind } from './sheet.rules.js';

const kinds: Record<CustomFieldKind, Kind> = { TEXT: 'text', NUMBER: 'number', DATE: 'day', CHOICE: 'text' };

/** The value of a custom field, as a column of its customer: of a choice its label. */
export function customColumn({ id, key, kind, labelFr, labelEn }: CustomField, locale: Locale): Field {
  const label = locale === 'fr' ? sql`label_fr` : sql`label_en`;
  const values: Record<CustomFieldKind, Sql> = {
    TEXT: sql`v.text`,
    NUMBER: sql`v.number`,
    DATE: sql`v.date`,
    CHOICE: sql`(select c.${label} from custom_field_choice c where c.id = v.choice_id)`,
  };
  return {
    key: `custom.${key}`,
    kind: kinds[kind],
    heading: locale === 'fr' ? labelFr : labelEn,
    field: 'customFields',
    value: (row, viewer) => sql`(
      select ${values[kind]} from custom_field_value v
      where v.customer_id = ${row}.id and v.field_id = ${id} and ${visible(viewer, CustomFieldValue, sql`v`)})`,
  };
}
