import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields, WideField } from '../../shared/frame/form-screen';
import type { BreachNature, BreachRisk } from '../../shared/graphql/generated/graphql';
import { instantOf } from '../../shared/ui/paris';
import { Section } from '../../shared/ui/section';
import { natures, risks } from './breach-words';

type Texts = 'title' | 'description' | 'people' | 'records' | 'consequences' | 'measures' | 'noRiskReason';
type Counts = 'peopleCount' | 'recordCount';

/** What the form holds: '' and null are “not known”; moments as a browser's field for date and time has them. */
export type BreachWords = Record<Texts | 'awareAt' | 'happenedAt', string> &
  Record<Counts, number | string> & { natures: BreachNature[]; risk: BreachRisk | null };

const countOf = (value: number | string) => (value === '' ? null : Number(value));

/** What the server gets. Without a moment of awareness there is no clock: then it is now. */
export const inputOf = (words: BreachWords) => ({
  ...words,
  awareAt: instantOf(words.awareAt) ?? new Date().toISOString(),
  happenedAt: instantOf(words.happenedAt),
  peopleCount: countOf(words.peopleCount),
  recordCount: countOf(words.recordCount),
  noRiskReason: words.noRiskReason || null,
});

type BreachFieldsProps = {
  words: BreachWords;
  set: (patch: Partial<BreachWords>) => void;
  errors: Record<string, string>;
};

/** A breach as far as it is known: the same for a new one and for one of which more is known. */
export function BreachFields({ words, set, errors }: BreachFieldsProps) {
  const { t } = useTranslation();
  const text = (field: Texts | 'awareAt' | 'happenedAt') => ({
    label: t(`breaches.${field}`),
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    error: errors[field],
  });
  const area = (field: Texts) => (
    <WideField>
      <Textarea required autosize minRows={2} maxRows={10} {...text(field)} />
    </WideField>
  );
  const count = (field: Counts) => (
    <NumberInput
      label={t(`breaches.${field}`)}
      min={0}
      allowDecimal={false}
      value={words[field]}
      onChange={(value) => set({ [field]: value })}
      error={errors[field]}
    />
  );
  return (
    <>
      <Section title={t('breaches.what')}>
        <Fields>
          <WideField>
            <TextInput required autoComplete="off" {...text('title')} />
          </WideField>
          <TextInput type="datetime-local" required description={t('breaches.awareText')} {...text('awareAt')} />
          <TextInput type="datetime-local" description={t('breaches.happenedText')} {...text('happenedAt')} />
          {area('description')}
          <WideField>
            <Checkbox.Group
              required
              label={t('breaches.nature')}
              value={words.natures}
              onChange={(values) => set({ natures: values as BreachNature[] })}
              error={errors.natures}
            >
              <Stack gap={6} mt={6}>
                {natures.map((value) => (
                  <Checkbox
                    key={value}
                    value={value}
                    label={t(`breaches.natures.${value}`)}
                    description={t(`breaches.natureTexts.${value}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          </WideField>
        </Fields>
      </Section>
      <Section title={t('breaches.whom')}>
        <Fields>
          {area('people')}
          {count('peopleCount')}
          {area('records')}
          {count('recordCount')}
        </Fields>
      </Section>
      <Section title={t('breaches.assessment')}>
        <Fields>
          {area('consequences')}
          {area('measures')}
          <WideField>
            <Select
              label={t('breaches.risk')}
              description={t('breaches.riskText')}
              placeholder={t('breaches.risks.UNKNOWN')}
              data={risks.map((value) => ({ value, label: t(`breaches.risks.${value}`) }))}
              value={words.risk}
              onChange={(risk) => set({ risk })}
              clearable
              clearButtonProps={{ 'aria-label': t('breaches.risks.UNKNOWN') }}
              error={errors.risk}
            />
          </WideField>
          {words.risk === 'NONE' && area('noRiskReason')}
        </Fields>
      </Section>
    </>
  );
}
