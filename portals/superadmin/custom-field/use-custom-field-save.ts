import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { CustomFieldForm_fieldFragment, CustomFieldKind, CustomFieldSubject } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { readAgain } from './use-custom-field-acts';

const CreateCustomField = graphql(`
  mutation CreateCustomField($input: CreateCustomFieldInput!) {
    createCustomField(input: $input) { customField { id label } userErrors { path code message } }
  }
`);
const UpdateCustomField = graphql(`
  mutation UpdateCustomField($input: UpdateCustomFieldInput!) {
    updateCustomField(input: $input) {
      customField { id label version ...CustomFieldForm_field }
      userErrors { path code message }
    }
  }
`);

/** `at` tells rows apart while they are moved; `id` is there once the server knows the choice. */
export type ChoiceDraft = { at: number; id: string | null; labelFr: string; labelEn: string; retired: boolean };

export type Draft = {
  key: string;
  kind: CustomFieldKind;
  appliesTo: CustomFieldSubject;
  required: boolean;
  labelFr: string;
  labelEn: string;
  helpFr: string;
  helpEn: string;
  choices: ChoiceDraft[];
};

export function draftOf(field?: CustomFieldForm_fieldFragment | null): Draft {
  return {
    key: field?.key ?? '',
    kind: field?.kind ?? 'TEXT',
    appliesTo: field?.appliesTo ?? 'EVERYONE',
    required: field?.required ?? false,
    labelFr: field?.labelFr ?? '',
    labelEn: field?.labelEn ?? '',
    helpFr: field?.helpFr ?? '',
    helpEn: field?.helpEn ?? '',
    choices: (field?.choices ?? []).map(({ id, labelFr, labelEn, retired }, at) => ({ at, id, labelFr, labelEn, retired })),
  };
}

/** `Surface (m²)` → `surface_m`: letters and digits of the label, and what stands between them as one underscore. */
export const keyFor = (label: string): string =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40);

/** Saves a new field, or the changes to one; `opened` is the version that its person knows. */
export function useCustomFieldSave(field: { id: string; version: number } | null | undefined, reread: () => void) {
  const { t } = useTranslation();
  const create = useSubmit(CreateCustomField);
  const update = useSubmit(UpdateCustomField, { says: ['CONFLICT'] });

  async function save({ key, kind, choices: drafts, ...fields }: Draft, opened: number | undefined): Promise<boolean> {
    const choices = kind === 'CHOICE' ? drafts.map(({ at: _, ...choice }) => choice) : null;
    const payload = field
      ? await update.submit({ input: { ...fields, choices, id: field.id, version: opened } }, readAgain)
      : await create.submit({ input: { ...fields, choices, key, kind } }, readAgain);
    if (payload?.customField)
      done(t(field ? 'custom-fields.saved' : 'custom-fields.created', { label: payload.customField.label }));
    else reread();
    return Boolean(payload?.customField);
  }

  const { errorsByPath: errors } = field ? update : create;
  return { save, late: update.refused === 'CONFLICT', errors, pending: create.pending || update.pending };
}
