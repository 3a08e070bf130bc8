import { Button, Group, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type Icon, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime, likelihood } from '../../shared/ui/format';
import { EvidenceLines, type EvidenceLinesProps } from './evidence-lines';
import css from './review.module.css';

/** What a person may make of a pair, by button or key. */
export interface Act {
  key: string;
  label: string;
  icon: Icon;
  allowed: boolean;
  run: () => void;
  /** The one that is proposed. */
  main?: boolean;
}

export interface Side {
  title: string;
  to?: string;
  name?: string;
  more?: string;
}

/** Where a pair stands in its queue, and the ways to its neighbours. */
export interface Steps {
  place: number;
  count: number;
  previous?: () => void;
  next?: () => void;
}

interface ReviewPairProps extends EvidenceLinesProps, Steps {
  label: string;
  probability: number;
  state?: ReactNode;
  sides: readonly Side[];
  /** What speaks against it, in words. */
  against?: string;
  decided: { decidedBy?: { name: string } | null; decidedAt?: string | null };
  /** What is said where nobody decided. */
  undecided?: ReactNode;
  acts: readonly Act[];
  pending: boolean;
}

/** Two records side by side, each field with what the comparison says of it; decided by button or key. */
export function ReviewPair({ label, probability, state, sides, against, undecided, acts, pending, ...props }: ReviewPairProps) {
  const { t } = useTranslation();
  const { place, count, previous, next, lines, evidence } = props;
  const { decidedBy, decidedAt } = props.decided;
  useHotkeys([
    ...acts.map(({ key, allowed, run }): [string, () => void] => [key, () => allowed && !pending && run()]),
    ['J', () => next?.()],
    ['K', () => previous?.()],
  ]);
  const keys = [
    ...[...acts].reverse().map((act) => [act.key, act.label]),
    ['J', t('order-links.next')],
    ['K', t('order-links.previous')],
  ];
  return (
    <section className={css.pair} aria-label={label}>
      <header className={css.head}>
        <p className={css.place} aria-live="polite">
          {t('order-links.place', { place, count })}
        </p>
        <Group gap="xs">
          {state}
          <span className={css.score}>
            <b>{likelihood(probability)}</b> {t('order-links.likely')}
          </span>
        </Group>
      </header>
      <div className={css.compared}>
        {sides.map(({ title, to, name, more }) => (
          <div key={title} className={css.side}>
            <h2>{title}</h2>
            {to && <Link to={to}>{name}</Link>}
            <span className={css.sub}>{more}</span>
          </div>
        ))}
      </div>
      <EvidenceLines lines={lines} evidence={evidence} />
      {against && (
        <p className={css.against} role="note">
          {against}
        </p>
      )}
      <footer className={css.foot}>
        <p className={css.by}>
          {decidedBy && decidedAt ? t('order-links.decidedBy', { name: decidedBy.name, date: dateTime(decidedAt) }) : undecided}
        </p>
        <Group gap="xs">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconChevronLeft size={15} />}
            onClick={previous}
            disabled={!previous}
          >
            {t('order-links.previous')}
          </Button>
          <Button variant="subtle" color="gray" rightSection={<IconChevronRight size={15} />} onClick={next} disabled={!next}>
            {t('order-links.next')}
          </Button>
          {acts
            .filter(({ allowed }) => allowed)
            .map(({ key, label, icon: Sign, main, run }) => (
              <Button
                key={key}
                variant={main ? 'filled' : 'default'}
                leftSection={<Sign size={15} />}
                onClick={run}
                loading={pending}
              >
                {label}
              </Button>
            ))}
        </Group>
      </footer>
      <p className={css.keys} aria-hidden>
        {keys.map(([key, label]) => (
          <Fragment key={key}>
            <Kbd size="xs">{key}</Kbd> {label}{' '}
          </Fragment>
        ))}
      </p>
    </section>
  );
}
