import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/status';
import { type BreachFacts, leftOf, stateOf } from './breach-words';

const tones: Record<ReturnType<typeof stateOf>, Tone> = {
  running: 'yellow',
  soon: 'orange',
  over: 'red',
  notified: 'blue',
  notifiedLate: 'orange',
  notNeeded: 'blue',
  closed: 'gray',
};
const MINUTE_MS = 60_000;

/** What the clock says, in words: how long is left, or how long it has been over. It goes on while one looks. */
export function BreachState({ breach, quiet }: { breach: BreachFacts; quiet?: boolean }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), MINUTE_MS, { autoInvoke: true });
  const state = stateOf(breach, now);
  const { hours, minutes } = leftOf(breach.dueAt, now);
  return (
    <Status quiet={quiet} tone={tones[state]}>
      {t(`breaches.states.${state}`, { hours, minutes })}
    </Status>
  );
}
