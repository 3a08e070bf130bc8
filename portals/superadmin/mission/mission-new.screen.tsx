import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { Fields, FormScreen, WideField } from '../../shared/frame/form-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { inputOf, MissionAbout, MissionPlan, type MissionWords, useSeesFee } from './mission-fields';
import { missionReaders } from './mission-readers';

const AdminCreateMission = graphql(`
  mutation AdminCreateMission($input: CreateMissionInput!) {
    createMission(input: $input) { mission { id title } userErrors { path code message } }
  }
`);

const blank: MissionWords = {
  ...{ title: '', description: '', start: '', end: '', street: '', postalCode: '', city: '' },
  ...{ projectId: null, hours: '', feeCents: null },
};

/** `?customer=` and `?project=` say for whom and for what. */
export function MissionNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const keyOf = useOnce();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminCreateMission);
  const [customerId, setCustomer] = useState<string | null>(get('customer'));
  const [needCustomer, setNeedCustomer] = useState(false);
  const [words, setWords] = useState<MissionWords>({ ...blank, projectId: get('project') });
  const seesFee = useSeesFee();
  const set = (patch: Partial<MissionWords>) => setWords((now) => ({ ...now, ...patch }));

  async function send(): Promise<void> {
    setNeedCustomer(!customerId);
    if (!customerId) return;
    const input = { customerId, ...inputOf(words, seesFee) };
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
          <WideField>
            <CustomerPicker
              required
              value={customerId}
              change={(id) => {
                setCustomer(id);
                set({ projectId: null });
              }}
              error={needCustomer ? t('missions.needCustomer') : errors.customerId}
            />
          </WideField>
          <MissionAbout customerId={customerId} words={words} set={set} errors={errors} />
        </Fields>
      </Section>
      <Section title={t('missions.plan')}>
        <Fields>
          <MissionPlan words={words} set={set} errors={errors} />
        </Fields>
      </Section>
    </FormScreen>
  );
}
