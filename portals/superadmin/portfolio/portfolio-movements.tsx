import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Segment } from '../../shared/graphql/generated/graphql';
import { date, number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { customersHref } from '../customer/figures-filter';
import css from './portfolio.module.css';

export type Movement = { from?: Segment | null; to: Segment; customers: number };

const shown = 8;

/** Who went from where to where; those who stayed are left to the table of segments. */
export function PortfolioMovements({ asOf, movements, since }: { asOf: string; movements: readonly Movement[]; since: string }) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  const moved = movements.filter(({ from, to }) => from !== to);
  const name = (segment?: Segment | null) => (segment ? t(`customer.segment.${segment}.name`) : t('portfolio.movements.nowhere'));
  return (
    <Section title={t('portfolio.movements.title', { day: date(since) })}>
      {moved.length === 0 ? (
        <p className={css.said}>{t('portfolio.movements.none')}</p>
      ) : (
        <ul className={css.moves}>
          {moved.slice(0, all ? undefined : shown).map(({ from, to, customers }) => (
            <li key={`${from} ${to}`}>
              <span>
                {name(from)} → <b>{name(to)}</b>
              </span>
              <Link
                className={css.open}
                to={customersHref({ asOf, segment: to, before: { asOf: since, segment: from } })}
                aria-label={t('portfolio.opens', { what: `${name(from)} → ${name(to)}`, count: customers })}
              >
                {number(customers)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {moved.length > shown && !all && (
        <Button variant="default" size="xs" mt="sm" onClick={() => showAll(true)}>
          {t('portfolio.movements.all', { count: moved.length })}
        </Button>
      )}
    </Section>
  );
}
