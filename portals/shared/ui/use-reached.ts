import { useIntersection } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** How far below the screen a part is begun, so that whoever scrolls finds it there. */
const AHEAD = '400px';

/** Whether somebody came near a part of a page, or prints it: what costs much to draw waits for that. */
export function useReached<Part extends HTMLElement>(): [(part: Part | null) => void, boolean] {
  const [reached, reach] = useState(false);
  const { ref, entry } = useIntersection<Part>({ rootMargin: AHEAD });
  const near = entry?.isIntersecting;
  useEffect(() => {
    if (near) reach(true);
  }, [near]);
  useEffect(() => {
    const print = () => reach(true);
    window.addEventListener('beforeprint', print);
    return () => window.removeEventListener('beforeprint', print);
  }, []);
  return [ref, reached];
}
