import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

const NEAR = '600px';

type MoreProps = {
  /** Reads the next page; absent where there is none. */
  more?: () => void;
  loading: boolean;
  /** How many rows there are: of each length it reads on by itself once, so that a failure is not repeated without end. */
  shown: number;
  label: string;
  className?: string;
};

/** Reads on by itself as its end comes near, and by the button for whoever gets there first. */
export function More({ more, loading, shown, label, className }: MoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const tried = useRef(0);
  useEffect(() => {
    if (!more || loading || !end.current || tried.current === shown) return;
    const sight = new IntersectionObserver(
      (sights) => {
        // A busy page tells of several at once.
        if (!sights.some(({ isIntersecting }) => isIntersecting) || tried.current === shown) return;
        tried.current = shown;
        more();
      },
      { rootMargin: NEAR },
    );
    sight.observe(end.current);
    return () => sight.disconnect();
  });
  if (!more) return null;
  return (
    <div ref={end} className={className}>
      <Button variant="default" onClick={more} loading={loading}>
        {label}
      </Button>
    </div>
  );
}
