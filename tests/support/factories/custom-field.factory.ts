import { randomUUID } from 'node:crypto';
import { CustomField, CustomFieldKind } from '../../../server/features/custom-field/custom-field.entity.js';
import { CustomFieldChoice } from '../../../server/features/custom-field/custom-field-choice.entity.js';
import type { TestServer } from '../server.js';

/** A custom field of a text unless said, with these choices. Answers also their ids, by label. */
export async function customField(
  { database: { manager: db } }: Pick<TestServer, 'database'>,
  fields: Partial<CustomField> = {},
  choices: readonly string[] = [],
): Promise<CustomField & { ids: Record<string, string> }> {
  const key = `k${randomUUID().slice(0, 8)}`;
  const kind = choices.length > 0 ? CustomFieldKind.CHOICE : CustomFieldKind.TEXT;
  const labels = { labelFr: `Champ ${key}`, labelEn: `Field ${key}` };
  const made = await db.save(db.create(CustomField, { key, kind, position: 1_000, ...labels, ...fields }));
  const ids: Record<string, string> = {};
  for (const [position, label] of choices.entries()) {
    const choice = db.create(CustomFieldChoice, { fieldId: made.id, labelFr: label, labelEn: `${label} (en)`, position });
    ids[label] = (await db.save(choice)).id;
  }
  return Object.assign(made, { ids });
}
