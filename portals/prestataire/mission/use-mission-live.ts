import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../shared/graphql/generated';

const PrestataireMissionChanged = graphql(`
  subscription PrestataireMissionChanged($id: ID) {
    missionChanged(id: $id) { id version }
  }
`);

/** One act often changes several things: they are read again together. */
const pauseMs = 150;

/** What is on the page follows when this mission changes, or any of one's own. */
export function useMissionLive(id?: string): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(PrestataireMissionChanged, {
    variables: { id },
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void client.refetchQueries({ include: 'active' }), pauseMs);
    },
  });
}
