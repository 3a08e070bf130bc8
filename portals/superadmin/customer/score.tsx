import type { ReactNode } from 'react';
import css from './score.module.css';

type Factor = {
  key: string;
  /** What it is called, where its text does not say so. */
  name?: string;
  text: string;
  points: string;
  /** How much of what it may give, from 0 to 1. */
  part: number;
  tone?: 'much' | 'some';
};

/** A figure out of a hundred. */
export function Score({ value, outOf, over }: { value: string; outOf: string; over?: ReactNode }) {
  return (
    <p className={css.score}>
      <b>{value}</b> {outOf} {over}
    </p>
  );
}

/** What a score is made of: each part in words, in points and as a bar. */
export function ScoreFactors({ factors }: { factors: readonly Factor[] }) {
  return (
    <ul className={css.factors}>
      {factors.map(({ key, name, text, points, part, tone }) => (
        <li key={key}>
          <span className={css.text}>
            {name && <b>{name}</b>}
            {text}
          </span>
          <span className={css.points}>{points}</span>
          <span className={css.bar} aria-hidden>
            <i style={{ width: `${part * 100}%` }} data-tone={tone} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why there is no score. */
export function NoScore({ children }: { children: ReactNode }) {
  return <p className={css.nothing}>{children}</p>;
}

/** How it was worked out, and what may be done about it. */
export function ScoreFoot({ children }: { children: ReactNode }) {
  return <div className={css.foot}>{children}</div>;
}
