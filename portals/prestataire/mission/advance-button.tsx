import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';

/** Read at the first press: the first page does without dialogs. */
const AdvanceDialog = lazy(async () => ({ default: (await import('./advance-dialog')).AdvanceDialog }));

const AdvanceButton_mission = graphql(`
  fragment AdvanceButton_mission on Mission { id title version status allowedStatuses }
`);

/** What may be done with a mission now: one button for each status it may go to, and its question. */
export function AdvanceButton(props: { mission: FragmentType<typeof AdvanceButton_mission>; variant?: 'filled' | 'default' }) {
  const { t } = useTranslation();
  const mission = readFragment(AdvanceButton_mission, props.mission);
  const [to, setTo] = useState<(typeof mission.allowedStatuses)[number]>();
  return (
    <>
      {mission.allowedStatuses.map((status) => (
        <Button key={status} variant={props.variant} onClick={() => setTo(status)}>
          {t(`advance.${status}.action`)}
        </Button>
      ))}
      {to && (
        <Suspense>
          <AdvanceDialog mission={mission} to={to} close={() => setTo(undefined)} />
        </Suspense>
      )}
    </>
  );
}
