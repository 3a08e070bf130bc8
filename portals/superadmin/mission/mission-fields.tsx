import { useQuery } from '@apollo/client/react';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { WideField } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import { AmountInput } from '../../shared/ui/amount-input';
import { instantOf } from '../../shared/ui/paris';

const AdminMissionProjects = graphql(`
  query AdminMissionProjects($id: ID!) { customer(id: $id) { id projects(first: 50) { nodes { id name } } } }
`);

type Texts = 'title' | 'description' | 'start' | 'end' | 'street' | 'postalCode' | 'city';
/** What the form holds: '' and null are “none”; `start` and `end` as a browser's field for date and time has them. */
export type MissionWords = Record<Texts, string> & {
  projectId: string | null;
  hours: number | string;
  feeCents: number | null;
};

const minutesAnHour = 60;

/** What the server gets; of a fee that isn't shown, nothing. */
export const inputOf = ({ start, end, hours, feeCents, ...words }: MissionWords, fee: boolean) => ({
  projectId: words.projectId,
  title: words.title,
  description: words.description || null,
  scheduledStart: instantOf(start),
  scheduledEnd: instantOf(end),
  street: words.street || null,
  postalCode: words.postalCode || null,
  city: words.city || null,
  estimatedMinutes: hours === '' ? null : Math.round(Number(hours) * minutesAnHour),
  ...(fee ? { feeCents } : {}),
});

/** Minutes as hours with two decimals, which make the same minutes again. */
export const hoursOf = (minutes: number | null): number | '' =>
  minutes === null ? '' : Math.round((minutes / minutesAnHour) * 100) / 100;

export const useSeesFee = (): boolean => useViewer().permissions.includes('mission.fee');

type Choice = { id: string; name: string };

/** What a mission for this customer may be a part of. */
export function useProjectsOf(customerId: string | null): readonly Choice[] {
  const { data } = useQuery(AdminMissionProjects, { variables: { id: customerId ?? '' }, skip: !customerId });
  return data?.customer?.projects.nodes ?? [];
}

type MissionFieldsProps = {
  customerId: string | null;
  words: MissionWords;
  set: (patch: Partial<MissionWords>) => void;
  errors: Record<string, string>;
};

function useField({ words, set, errors }: Omit<MissionFieldsProps, 'customerId'>) {
  const { t } = useTranslation();
  return (name: Texts, path: string = name) => ({
    label: t(`missions.field.${name}`),
    value: words[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    error: errors[path],
  });
}

/** What is to be done: the same for a new mission and for one that changes. */
export function MissionAbout({ customerId, ...form }: MissionFieldsProps) {
  const { t } = useTranslation();
  const field = useField(form);
  const projects = useProjectsOf(customerId);
  return (
    <>
      <WideField>
        <Select
          label={t('missions.project')}
          placeholder={t('missions.noProject')}
          data={projects.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.words.projectId}
          onChange={(projectId) => form.set({ projectId })}
          disabled={!projects.length}
          clearable
          error={form.errors.projectId}
        />
      </WideField>
      <WideField>
        <TextInput required autoComplete="off" {...field('title')} />
      </WideField>
      <WideField>
        <Textarea autosize minRows={3} maxRows={10} {...field('description')} />
      </WideField>
    </>
  );
}

/** When, where, how long, for how much. */
export function MissionPlan(form: Omit<MissionFieldsProps, 'customerId'>) {
  const { t, i18n } = useTranslation();
  const { words, set, errors } = form;
  const field = useField(form);
  const seesFee = useSeesFee();
  return (
    <>
      <TextInput type="datetime-local" {...field('start', 'scheduledStart')} />
      <TextInput type="datetime-local" {...field('end', 'scheduledEnd')} />
      <WideField>
        <TextInput {...field('street')} />
      </WideField>
      <TextInput {...field('postalCode')} />
      <TextInput {...field('city')} />
      <NumberInput
        label={t('missions.hours')}
        value={words.hours}
        onChange={(hours) => set({ hours })}
        decimalScale={2}
        decimalSeparator={i18n.language === 'en' ? '.' : ','}
        allowedDecimalSeparators={[',', '.']}
        hideControls
        error={errors.estimatedMinutes}
      />
      {seesFee && (
        <AmountInput
          label={t('missions.fee')}
          cents={words.feeCents}
          change={(feeCents) => set({ feeCents })}
          error={errors.feeCents}
        />
      )}
    </>
  );
}
