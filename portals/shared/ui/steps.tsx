import { IconCheck } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import css from './steps.module.css';

export type Step = { label: string; note?: string; state: 'done' | 'now' | 'next' };

/** Lifecycle strip: done is quiet, now is accented, next is outlined. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className={css.steps} aria-label={label} style={{ '--steps': steps.length } as CSSProperties}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={css.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={css.dot}>{step.state === 'done' && <IconCheck size={11} stroke={2.6} aria-hidden />}</span>
          <span className={css.label}>{step.label}</span>
          <span className={css.note}>{step.note}</span>
        </li>
      ))}
    </ol>
  );
}
