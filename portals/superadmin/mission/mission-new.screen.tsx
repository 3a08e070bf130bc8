import { useQuery } from '@apollo/client/react';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { Fields, FormScreen, WideField } from '../../shared/frame/form-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { AmountInput } from '../../shared/ui/amount-input';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { missionReaders } from './mission-readers';

const AdminMissionProjects = graphql(`
  query AdminMissionProjects($id: ID!) { customer(id: $id) { id projects(first: 50) { nodes { id name } } } }
`);
const AdminCreateMission = graphql(`
  mutation AdminCreateMission($input: CreateMissionInput!) {
    createMission(input: $input) { mission { id title } userErrors { path code message } }
  }
`);

type Words = Record<'title' | 'description' | 'start' | 'end' | 'street' | 'postalCode' | 'city', string>;
const blank: Words = { title: '', description: '', start: '', end: '', street: '', postalCode: '', city: '' };
const minutesAnHour = 60;
/** What a browser's field for date and time holds, as an instant. */
const instant = (local: string) => (local ? new Date(local).toISOString() : null);

/** `?customer=` and `?project=` say for whom and for what. */
export function MissionNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const keyOf = useOnce();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminCreateMission);
  const [customerId, setCustomer] = useState<string | null>(get('customer'));
  const [projectId, setProject] = useState<string | null>(get('project'));
  const [needCustomer, setNeedCustomer] = useState(false);
  const [words, setWords] = useState(blank);
  const [hours, setHours] = useState<number | string>('');
  const [feeCents, setFee] = useState<number | null>(null);
  const { data } = useQuery(AdminMissionProjects, { variables: { id: customerId ?? '' }, skip: !customerId });
  const projects = data?.customer?.projects.nodes ?? [];
  const field = (name: keyof Words, path: string = name) => ({
    label: t(`missions.field.${name}`),
    value: words[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWords((now) => ({ ...now, [name]: value }));
    },
    error: errors[path],
  });

  async function send(): Promise<void> {
    setNeedCustomer(!customerId);
    if (!customerId) return;
    const { title, description, start, end, street, postalCode, city } = words;
    const input = {
      customerId,
      projectId,
      title,
      description: description || null,
      scheduledStart: instant(start),
      scheduledEnd: instant(end),
      street: street || null,
      postalCode: postalCode || null,
      city: city || null,
      feeCents,
      estimatedMinutes: hours === '' ? null : Math.round(Number(hours) * minutesAnHour),
    };
    const payload = await submit({ input: { ...input, idempotencyKey: keyOf(input) } }, { refetchQueries: missionReaders });
    if (!payload?.mission) return;
    done(t('missions.created', { title: payload.mission.title }));
    void navigate(`/missions/${payload.mission.id}`);
  }

  return (
    <FormScreen
      title={t('missions.new')}
      lead={t('missions.newLead')}
      crumbs={[[t('nav.missions'), '/missions'], [t('missions.new')]]}
      action={t('missions.create')}
      pending={pending}
      send={() => void send()}
      back="/missions"
    >
      <Section title={t('missions.about')}>
        <Fields>
          <CustomerPicker
            required
            value={customerId}
            change={(id) => {
              setCustomer(id);
              setProject(null);
            }}
            error={needCustomer ? t('missions.needCustomer') : errors.customerId}
          />
          <Select
            label={t('missions.project')}
            placeholder={t('missions.noProject')}
            data={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={projectId}
            onChange={setProject}
            disabled={!projects.length}
            clearable
            error={errors.projectId}
          />
          <WideField>
            <TextInput required {...field('title')} />
          </WideField>
          <WideField>
            <Textarea autosize minRows={3} maxRows={10} {...field('description')} />
          </WideField>
        </Fields>
      </Section>
      <Section title={t('missions.plan')}>
        <Fields>
          <TextInput type="datetime-local" {...field('start', 'scheduledStart')} />
          <TextInput type="datetime-local" {...field('end', 'scheduledEnd')} />
          <WideField>
            <TextInput {...field('street')} />
          </WideField>
          <TextInput {...field('postalCode')} />
          <TextInput {...field('city')} />
          <NumberInput
            label={t('missions.hours')}
            value={hours}
            onChange={setHours}
            decimalScale={2}
            allowedDecimalSeparators={[',', '.']}
            hideControls
            error={errors.estimatedMinutes}
          />
          <AmountInput label={t('missions.fee')} cents={feeCents} change={setFee} error={errors.feeCents} />
        </Fields>
      </Section>
    </FormScreen>
  );
}
