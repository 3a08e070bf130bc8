import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { Fields } from '../../shared/frame/form-screen';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { hoursOf, inputOf, MissionAbout, MissionPlan, type MissionWords, useSeesFee } from './mission-fields';
import { missionReaders } from './mission-readers';

const MissionEdit_mission = graphql(`
  fragment MissionEdit_mission on Mission {
    id version title description scheduledStart scheduledEnd street postalCode city feeCents estimatedMinutes
    customer { id }
    project { id }
  }
`);
const AdminUpdateMission = graphql(`
  mutation AdminUpdateMission($input: UpdateMissionInput!) {
    updateMission(input: $input) { mission { id ...AdminMission_mission } userErrors { path code message } }
  }
`);

const msAMinute = 60_000;
/** An instant as a browser's field for date and time holds it. */
function localOf(instant: string | null): string {
  if (!instant) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * msAMinute).toISOString().slice(0, 16);
}

type MissionEditProps = {
  mission: FragmentType<typeof MissionEdit_mission>;
  close: () => void;
  /** Reads the mission again, once somebody else has changed it. */
  reread: () => void;
};

/** Changes a mission. `opened` is the version the form shows: nobody overwrites what they never saw. */
export default function MissionEdit({ close, reread, ...props }: MissionEditProps) {
  const { t } = useTranslation();
  const { id, version, customer, project, ...now } = readFragment(MissionEdit_mission, props.mission);
  const seesFee = useSeesFee();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminUpdateMission);
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
  const [opened, take] = useState(version);
  const form = { words, errors, set: (patch: Partial<MissionWords>) => setWords((before) => ({ ...before, ...patch })) };

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
    <FormDrawer
      title={t('missions.edit')}
      pending={pending}
      send={() => void send()}
      close={close}
      takeTheirs={
        version === opened
          ? undefined
          : () => {
              setWords(saved);
              take(version);
            }
      }
    >
      <Fields>
        <MissionAbout customerId={customer?.id ?? null} {...form} />
        <MissionPlan {...form} />
      </Fields>
    </FormDrawer>
  );
}
