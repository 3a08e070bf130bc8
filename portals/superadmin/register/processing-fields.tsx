import { useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields, WideField } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import type { LegalBasis } from '../../shared/graphql/generated/graphql';
import { Section } from '../../shared/ui/section';
import { legalBases } from './register-words';

const ProcessorChoices = graphql(`
  query ProcessorChoices { processors(first: 100, direction: ASC) { nodes { id name } } }
`);

const texts = ['name', 'purposes', 'people', 'data', 'recipients', 'retention', 'security'] as const;
const maybe = ['transfers', 'transferSafeguard', 'responsible', 'endedOn'] as const;
type TextField = (typeof texts)[number] | (typeof maybe)[number] | 'startedOn';

/** What the form holds: '' is “none”. */
export type ProcessingWords = Record<TextField, string> & { legalBases: LegalBasis[]; processorIds: string[] };

/** What the server gets. */
export const inputOf = (words: ProcessingWords) => ({
  ...words,
  ...(Object.fromEntries(maybe.map((field) => [field, words[field] || null])) as Record<(typeof maybe)[number], string | null>),
});

type ProcessingFieldsProps = {
  words: ProcessingWords;
  set: (patch: Partial<ProcessingWords>) => void;
  errors: Record<string, string>;
};

/** An activity: the same for a new one and for one that changes. */
export function ProcessingFields({ words, set, errors }: ProcessingFieldsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(ProcessorChoices, { fetchPolicy: 'cache-and-network' });
  const text = (field: TextField, label: string) => ({
    label,
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    error: errors[field],
  });
  const area = (field: TextField, label: string, required = true) => (
    <WideField>
      <Textarea autosize minRows={2} maxRows={10} required={required} {...text(field, label)} />
    </WideField>
  );
  return (
    <>
      <Section title={t('registers.what')}>
        <Fields>
          <WideField>
            <TextInput required autoComplete="off" {...text('name', t('registers.name'))} />
          </WideField>
          {area('purposes', t('registers.purposes'))}
          <WideField>
            <Checkbox.Group
              required
              label={t('registers.legalBases')}
              value={words.legalBases}
              onChange={(values) => set({ legalBases: values as LegalBasis[] })}
              error={errors.legalBases}
            >
              <Stack gap="xs" mt="xs">
                {legalBases.map((value) => (
                  <Checkbox key={value} value={value} label={t(`registers.basis.${value}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          </WideField>
          {area('people', t('registers.people'))}
          {area('data', t('registers.data'))}
          {area('retention', t('registers.retention'))}
          <TextInput type="date" required {...text('startedOn', t('registers.startedOn'))} />
          <TextInput type="date" description={t('registers.endedText')} {...text('endedOn', t('registers.endedOn'))} />
          <WideField>
            <TextInput autoComplete="off" {...text('responsible', t('registers.responsible'))} />
          </WideField>
        </Fields>
      </Section>
      <Section title={t('registers.whoGets')}>
        <Fields>
          {area('recipients', t('registers.recipients'))}
          <WideField>
            <MultiSelect
              searchable
              label={t('registers.processors')}
              data={data?.processors.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              value={words.processorIds}
              onChange={(processorIds) => set({ processorIds })}
              error={errors.processorIds}
            />
          </WideField>
          {area('transfers', t('registers.transfers'), false)}
          {(words.transfers || errors.transferSafeguard) && area('transferSafeguard', t('registers.safeguard'))}
        </Fields>
      </Section>
      <Section title={t('registers.security')}>
        <Fields>{area('security', t('registers.securityText'))}</Fields>
      </Section>
    </>
  );
}
