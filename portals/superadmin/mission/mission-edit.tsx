import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { FormNotices } from '../../shared/frame/form-notices';
import { Fields } from '../../shared/frame/form-screen';
import { useMeanwhile } from '../../shared/frame/use-meanwhile';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateTime, money, number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { instantOf, localOf } from '../../shared/ui/paris';
import { hoursOf, inputOf, MissionAbout, MissionPlan, type MissionWords, useProjectsOf, useSeesFee } from './mission-fields';
import { missionReaders } from './mission-readers';

const MissionEdit_mission = graphql(`
  fragment MissionEdit_mission on Mission {
    id version title description scheduledStart scheduledEnd street postalCode city feeCents currency estimatedMinutes
    customer { id }
    project { id }
  }
`);
const AdminUpdateMission = graphql(`
  mutation AdminUpdateMission($input: UpdateMissionInput!) {
    updateMission(input: $input) { mission { id ...AdminMission_mission } userErrors { path code message } }
  }
`);

/** By which word a field of the form is called. */
const wordOf = (field: string): string =>
  ['projectId', 'feeCents', 'hours'].includes(field) ? `missions.${field.replace(/Id$|Cents$/, '')}` : `missions.field.${field}`;

type MissionEditProps = {
  mission: FragmentType<typeof MissionEdit_mission>;
  close: () => void;
  /** Reads the mission again, once somebody else has changed it. */
  reread: () => void;
};

/** Changes a mission. `opened` is the version the person knows: nobody overwrites what they never saw. */
export default function MissionEdit({ close, reread, ...props }: MissionEditProps) {
  const { t } = useTranslation();
  const { id, version, customer, project, currency, ...now } = readFragment(MissionEdit_mission, props.mission);
  const seesFee = useSeesFee();
  const { submit, pending, errorsByPath: errors, refused } = useSubmit(AdminUpdateMission, { says: ['CONFLICT'] });
  const saved: MissionWords = {
    title: now.title,
    description: now.description ?? '',
    start: localOf(now.scheduledStart),
    end: localOf(now.scheduledEnd),
    street: now.street ?? '',
    postalCode: now.postalCode ?? '',
    city: now.city ?? '',
    projectId: project?.id ?? null,
    hours: hoursOf(now.estimatedMinutes),
    feeCents: now.feeCents,
  };
  const [words, setWords] = useState(saved);
  const { opened, meanwhile, movedOn } = useMeanwhile({ saved, version, words, set: setWords, pending });
  const form = { words, errors, set: (patch: Partial<MissionWords>) => setWords((before) => ({ ...before, ...patch })) };

  const projects = useProjectsOf(customer?.id ?? null);
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === '') return '';
    if (field === 'projectId') return projects.find((one) => one.id === value)?.name ?? '';
    if (field === 'feeCents') return money(Number(value), currency);
    if (field === 'hours') return number(Number(value), 2);
    return field === 'start' || field === 'end' ? dateTime(instantOf(String(value)) ?? '') : String(value);
  };

  async function send(): Promise<void> {
    const payload = await submit(
      { input: { id, version: opened, ...inputOf(words, seesFee) } },
      { refetchQueries: missionReaders },
    );
    if (!payload?.mission) return reread();
    done(t('missions.saved', { title: words.title }));
    close();
  }

  return (
    <FormDrawer title={t('missions.edit')} pending={pending} send={() => void send()} close={close}>
      <FormNotices
        subject={id}
        meanwhile={meanwhile}
        late={refused === 'CONFLICT'}
        movedOn={movedOn}
        label={(field) => t(wordOf(field) as 'missions.hours')}
        show={shown}
      />
      <Fields>
        <MissionAbout customerId={customer?.id ?? null} {...form} />
        <MissionPlan {...form} />
      </Fields>
    </FormDrawer>
  );
}
