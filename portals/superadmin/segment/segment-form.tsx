import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Crumb, Crumbs } from '../../shared/frame/shell-slots';
import type { SegmentColour, SegmentFieldsQuery } from '../../shared/graphql/generated/graphql';
import { Page, PageHeader } from '../../shared/ui/page';
import css from './segment.module.css';
import { SegmentGroup } from './segment-group';
import { SegmentPreviewPart, useSegmentPreview } from './segment-preview';
import { type Group, ruleOf } from './segment-rule';

export type SegmentDraft = { name: string; description: string; colour: SegmentColour; rule: Group };
const colours: SegmentColour[] = ['BLUE', 'GREEN', 'TEAL', 'VIOLET', 'ORANGE', 'YELLOW', 'RED', 'GRAY'];

/** So long after the last key the server is asked again. */
const PAUSE_MS = 300;

type SegmentFormProps = {
  title: string;
  crumbs: readonly Crumb[];
  before: SegmentDraft;
  fields: SegmentFieldsQuery['segmentFields'];
  pending: boolean;
  errors: Record<string, string>;
  send: (draft: SegmentDraft) => void;
  back: string;
};

/** What a segment is called and who is in it, and beside it who that would be now. */
export function SegmentForm({ title, crumbs, before, fields, pending, errors, send, back }: SegmentFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(before);
  const [sent, setSent] = useState(false);
  const set = (patch: Partial<SegmentDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const known = useMemo(() => new Map(fields.map((field) => [field.key, field])), [fields]);
  const rule = useMemo(() => ruleOf(draft.rule), [draft.rule]);
  const [settled] = useDebouncedValue(rule, PAUSE_MS);
  const { preview, pending: counting } = useSegmentPreview(settled);
  // What is still empty is no mistake before somebody wanted to save.
  const mistakes = preview?.userErrors.filter(({ code }) => sent || code !== 'RULE_VALUE_MISSING') ?? [];
  const wrong = Object.fromEntries(mistakes.map(({ path, message }) => [path.join('.'), message]));
  return (
    <Page>
      <Crumbs items={crumbs} />
      <PageHeader title={title} lead={t('segments.formLead')} />
      <div className={css.split}>
        <form
          noValidate
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            setSent(true);
            send(draft);
          }}
        >
          <div className={css.pair}>
            <TextInput
              label={t('segments.name')}
              required
              maxLength={60}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={errors.name}
            />
            <Select
              label={t('segments.colour')}
              data={colours.map((value) => ({ value, label: t(`segments.colours.${value}`) }))}
              value={draft.colour}
              onChange={(colour) => colour && set({ colour })}
              allowDeselect={false}
            />
          </div>
          <Textarea
            label={t('segments.description')}
            maxLength={500}
            autosize
            minRows={1}
            value={draft.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            error={errors.description}
          />
          <SegmentGroup group={draft.rule} fields={known} errors={wrong} change={(next) => set({ rule: next })} />
          {errors.rule && (
            <p role="alert" className={css.error}>
              {errors.rule}
            </p>
          )}
          <div className={css.foot}>
            <Button component={Link} to={back} variant="default">
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('ui:save')}
            </Button>
          </div>
        </form>
        <SegmentPreviewPart preview={preview} pending={counting || settled !== rule} />
      </div>
    </Page>
  );
}
