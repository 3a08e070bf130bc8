import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './segment.module.css';
import type { Condition, Within } from './segment-rule';

type SegmentPeriodProps = {
  condition: Condition;
  error: (way: string) => string | undefined;
  change: (condition: Condition) => void;
};

const empty: Record<string, Within | undefined> = { EVER: undefined, DAYS: { days: 365 }, BETWEEN: { from: null, to: null } };

/** What is counted: all there is, the last days, or between two days. */
export function SegmentPeriod({ condition, error, change }: SegmentPeriodProps) {
  const { t } = useTranslation();
  const { within } = condition;
  const kind = within ? ('days' in within ? 'DAYS' : 'BETWEEN') : 'EVER';
  const set = (next: Within | undefined) => {
    const { within: _, ...rest } = condition;
    change(next ? { ...rest, within: next } : rest);
  };
  return (
    <>
      <Select
        aria-label={t('segments.period')}
        className={css.period}
        data={(['EVER', 'DAYS', 'BETWEEN'] as const).map((value) => ({ value, label: t(`segments.periods.${value}`) }))}
        value={kind}
        onChange={(value) => value && set(empty[value])}
        allowDeselect={false}
        error={error('within')}
      />
      {within && 'days' in within && (
        <NumberInput
          aria-label={t('segments.days')}
          className={css.days}
          value={within.days ?? ''}
          onChange={(value) => set({ days: value === '' ? null : Number(value) })}
          min={1}
          allowDecimal={false}
          suffix={` ${t('segments.daysUnit')}`}
          error={error('within.days')}
        />
      )}
      {within && !('days' in within) && (
        <div className={css.two}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              aria-label={t(`segments.${end}`)}
              type="date"
              value={within[end] ?? ''}
              onChange={(event) => set({ ...within, [end]: event.currentTarget.value || null })}
              error={error(`within.${end}`)}
            />
          ))}
        </div>
      )}
    </>
  );
}
