import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { FormNotices } from '../../shared/frame/form-notices';
import { useMeanwhile } from '../../shared/frame/use-meanwhile';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const ProcessorForm_processor = graphql(`
  fragment ProcessorForm_processor on Processor {
    id version name service country transferSafeguard contractOn contractReference subProcessors contact endedOn
  }
`);
const AdminCreateProcessor = graphql(`
  mutation AdminCreateProcessor($input: CreateProcessorInput!) {
    createProcessor(input: $input) { processor { id ...ProcessorForm_processor } userErrors { path code message } }
  }
`);
const AdminUpdateProcessor = graphql(`
  mutation AdminUpdateProcessor($input: UpdateProcessorInput!) {
    updateProcessor(input: $input) { processor { id updatedAt ...ProcessorForm_processor } userErrors { path code message } }
  }
`);

const needed = ['name', 'service', 'country'] as const;
const maybe = ['transferSafeguard', 'contractOn', 'contractReference', 'subProcessors', 'contact', 'endedOn'] as const;
type Field = (typeof needed)[number] | (typeof maybe)[number];
type Words = Record<Field, string>;

const blank = Object.fromEntries([...needed, ...maybe].map((field) => [field, ''])) as Words;
const inputOf = (words: Words) => ({
  ...words,
  ...(Object.fromEntries(maybe.map((field) => [field, words[field] || null])) as Record<(typeof maybe)[number], string | null>),
});

type ProcessorFormProps = {
  /** Without one: a new one. */
  processor?: FragmentType<typeof ProcessorForm_processor>;
  close: () => void;
  reread: () => void;
};

/** Who handles data for us, under which contract, and who there is to be called. */
export function ProcessorForm({ close, reread, ...props }: ProcessorFormProps) {
  const { t } = useTranslation();
  const before = readFragment(ProcessorForm_processor, props.processor);
  const making = useSubmit(AdminCreateProcessor);
  const changing = useSubmit(AdminUpdateProcessor, { says: ['CONFLICT'] });
  const { pending, errorsByPath, refused } = before ? changing : making;
  const saved = before
    ? (Object.fromEntries([...needed, ...maybe].map((field) => [field, before[field] ?? ''])) as Words)
    : undefined;
  const [words, setWords] = useState(saved ?? { ...blank, country: 'FR' });
  const { opened, meanwhile, movedOn } = useMeanwhile({ saved, version: before?.version, words, set: setWords, pending });
  const text = (field: Field) => ({
    label: t(`registers.fields.${field}`),
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWords((now) => ({ ...now, [field]: value }));
    },
    error: errorsByPath[field],
  });

  async function send(): Promise<void> {
    const lists = { refetchQueries: ['AdminProcessors'] };
    const payload = before
      ? await changing.submit({ input: { id: before.id, version: opened, ...inputOf(words) } }, lists)
      : await making.submit({ input: inputOf(words) }, lists);
    if (!payload?.processor) return before && reread();
    done(t('registers.saved', { name: words.name }));
    close();
  }

  return (
    <FormDrawer
      title={t(before ? 'registers.editProcessor' : 'registers.newProcessor')}
      pending={pending}
      send={() => void send()}
      close={close}
    >
      <FormNotices
        subject={before?.id}
        meanwhile={meanwhile}
        late={refused === 'CONFLICT'}
        movedOn={movedOn}
        label={(field) => t(`registers.fields.${field}` as 'registers.fields.name')}
      />
      <TextInput required autoComplete="off" {...text('name')} />
      <Textarea required autosize minRows={2} {...text('service')} />
      <TextInput required maxLength={2} autoComplete="off" description={t('registers.countryText')} {...text('country')} />
      <Textarea autosize minRows={2} description={t('registers.safeguardText')} {...text('transferSafeguard')} />
      <TextInput type="date" description={t('registers.contractText')} {...text('contractOn')} />
      <TextInput autoComplete="off" {...text('contractReference')} />
      <Textarea autosize minRows={2} {...text('subProcessors')} />
      <TextInput autoComplete="off" {...text('contact')} />
      <TextInput type="date" description={t('registers.endedText')} {...text('endedOn')} />
    </FormDrawer>
  );
}
