import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminMergeQuery, MergeSide } from '../../shared/graphql/generated/graphql';
import css from './merge.module.css';

type Addition = NonNullable<AdminMergeQuery['customerMerge']>['additions'][number];

/** So many the server lists at most. */
const MOST = 500;

interface Given {
  additions: readonly Addition[];
  /** Of the one who comes back. */
  name: string;
  /** What was chosen here, by addition. */
  owners: Record<string, MergeSide>;
  give: (ids: readonly string[], owner: MergeSide) => void;
}

/** What came since the merge, by kind: each, and all of a kind at once, is given to one of the two. */
export function SplitAdditions({ additions, name, owners, give }: Given) {
  const { t } = useTranslation('portal');
  const ownerOf = ({ id, owner }: Addition) => owners[id] ?? owner;
  const choice = (label: string, those: readonly Addition[]) => (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={label}
      data={[
        { value: 'SURVIVOR', label: t('duplicates.keepHere') },
        { value: 'OTHER', label: t('duplicates.giveBack', { name }) },
      ]}
      value={those.every((one) => ownerOf(one) === ownerOf(those[0])) ? ownerOf(those[0]) : ''}
      onChange={(side) =>
        give(
          those.map(({ id }) => id),
          side as MergeSide,
        )
      }
    />
  );
  return (
    <>
      <p className={css.hint}>{t('duplicates.additionsText')}</p>
      {additions.length >= MOST && <p className={css.hint}>{t('duplicates.additionsMost', { count: MOST })}</p>}
      <div className={css.kinds}>
        {[...Map.groupBy(additions, ({ kind }) => kind)].map(([kind, those]) => (
          <section key={kind} aria-label={those[0].label}>
            <div className={css.kind}>
              <h4>{those.length > 1 ? t('duplicates.all', { kind: those[0].label }) : those[0].label}</h4>
              {those.length > 1 && choice(t('duplicates.all', { kind: those[0].label }), those)}
            </div>
            <ul className={css.list}>
              {those.map((one) => (
                <li key={one.id} className={css.addition}>
                  <span className={css.title}>{one.title || one.label}</span>
                  {choice(`${one.label} : ${one.title}`, [one])}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
