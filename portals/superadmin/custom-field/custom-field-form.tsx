import { Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { FormNotices } from '../../shared/frame/form-notices';
import { useMeanwhile } from '../../shared/frame/use-meanwhile';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomFieldKind, CustomFieldSubject } from '../../shared/graphql/generated/graphql';
import css from './custom-field.module.css';
import { CustomFieldChoices } from './custom-field-choices';
import { type ChoiceDraft, type Draft, draftOf, keyFor, useCustomFieldSave } from './use-custom-field-save';

const CustomFieldForm_field = graphql(`
  fragment CustomFieldForm_field on CustomField {
    id key kind appliesTo required labelFr labelEn helpFr helpEn version label
    choices { id labelFr labelEn retired }
  }
`);

const kinds = ['TEXT', 'NUMBER', 'DATE', 'CHOICE'] as const satisfies readonly CustomFieldKind[];
const subjects = ['EVERYONE', 'COMPANY', 'PERSON'] as const satisfies readonly CustomFieldSubject[];

type CustomFieldFormProps = {
  /** The one to change; without it a new one is made. */
  field?: FragmentType<typeof CustomFieldForm_field>;
  close: () => void;
  /** Reads the fields again, once somebody else has changed them. */
  reread: () => void;
};

/** Makes or changes a field. The key follows the label until somebody writes it. */
export default function CustomFieldForm({ field: source, close, reread }: CustomFieldFormProps) {
  const { t } = useTranslation();
  const field = readFragment(CustomFieldForm_field, source);
  const [draft, setDraft] = useState<Draft>(() => draftOf(field));
  const [ownKey, setOwnKey] = useState(false);
  const { save, pending, errors, late } = useCustomFieldSave(field, reread);
  const set = (patch: Partial<Draft>) => setDraft((now) => ({ ...now, ...patch }));
  const { opened, meanwhile, movedOn } = useMeanwhile({
    saved: field ? draftOf(field) : undefined,
    version: field?.version,
    words: draft,
    set: setDraft,
    pending,
  });
  const shown = (name: string, value: unknown): string => {
    if (name === 'choices') return (value as ChoiceDraft[]).map(({ labelFr }) => labelFr).join(', ');
    if (name === 'appliesTo') return t(`custom-fields.subject.${value as CustomFieldSubject}`);
    if (name === 'required') return value ? t('custom-fields.field.required') : '';
    return String(value);
  };
  const send = async () => {
    if (await save(draft, opened)) close();
  };
  const text = (name: 'labelFr' | 'labelEn' | 'helpFr' | 'helpEn') => ({
    label: t(`custom-fields.field.${name}`),
    value: draft[name],
    error: errors[name],
    autoComplete: 'off',
  });
  return (
    <FormDrawer
      title={field ? t('custom-fields.change', { label: field.label }) : t('custom-fields.new')}
      action={field ? undefined : t('custom-fields.create')}
      pending={pending}
      send={() => void send()}
      close={close}
    >
      <FormNotices
        subject={field?.id}
        meanwhile={meanwhile}
        late={late}
        movedOn={movedOn}
        label={(name) => t(`custom-fields.field.${name as keyof Draft}`)}
        show={shown}
      />
      {!field && (
        <SegmentedControl
          fullWidth
          aria-label={t('custom-fields.field.kind')}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind as CustomFieldKind })}
          data={kinds.map((value) => ({ value, label: t(`custom-fields.kind.${value}`) }))}
        />
      )}
      <div className={css.pair}>
        <TextInput
          {...text('labelFr')}
          required
          data-autofocus
          maxLength={100}
          onChange={({ currentTarget: { value } }) => set({ labelFr: value, ...(field || ownKey ? {} : { key: keyFor(value) }) })}
        />
        <TextInput
          {...text('labelEn')}
          required
          maxLength={100}
          onChange={({ currentTarget: { value } }) => set({ labelEn: value })}
        />
      </div>
      <TextInput
        label={t('custom-fields.field.key')}
        description={t(field ? 'custom-fields.keyStays' : 'custom-fields.keyHint')}
        required={!field}
        readOnly={Boolean(field)}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={draft.key}
        error={errors.key}
        onChange={({ currentTarget: { value } }) => {
          setOwnKey(true);
          set({ key: value });
        }}
      />
      {draft.kind === 'CHOICE' && (
        <CustomFieldChoices choices={draft.choices} set={(choices) => set({ choices })} errors={errors} />
      )}
      <Select
        label={t('custom-fields.field.appliesTo')}
        data={subjects.map((value) => ({ value, label: t(`custom-fields.subject.${value}`) }))}
        value={draft.appliesTo}
        onChange={(value) => value && set({ appliesTo: value as CustomFieldSubject })}
        allowDeselect={false}
        error={errors.appliesTo}
      />
      <Checkbox
        label={t('custom-fields.field.required')}
        description={t('custom-fields.requiredHint')}
        checked={draft.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      <Textarea
        {...text('helpFr')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        onChange={({ currentTarget: { value } }) => set({ helpFr: value })}
      />
      <Textarea
        {...text('helpEn')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        onChange={({ currentTarget: { value } }) => set({ helpEn: value })}
      />
    </FormDrawer>
  );
}
