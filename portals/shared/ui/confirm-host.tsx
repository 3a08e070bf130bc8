import { lazy, Suspense, useEffect, useState } from 'react';
import { type Asked, onQuestion } from './confirm';

const ConfirmDialog = lazy(() => import('./confirm-dialog'));

export function ConfirmHost() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => onQuestion(setAsked), []);
  if (!asked) return null;
  const answer = (yes: boolean) => {
    asked.answer(yes);
    setAsked(undefined);
  };
  return (
    <Suspense>
      <ConfirmDialog question={asked} answer={answer} />
    </Suspense>
  );
}
