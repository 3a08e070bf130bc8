import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { CustomField } from './custom-field.entity.js';
import { readsCustomFields } from './custom-field.scope.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';

export const customFieldPolicy = definePolicy(CustomField, {
  visible: (viewer) => (readsCustomFields(viewer) ? 'all' : 'none'),
  can: { update: (viewer: Viewer) => viewer.permissions.has('customField.update') },
});

export const customFieldChoicePolicy = definePolicy(CustomFieldChoice, {
  visible: (viewer, row) => visibleById(viewer, CustomField, sql`${row}.field_id`),
  can: {},
});
