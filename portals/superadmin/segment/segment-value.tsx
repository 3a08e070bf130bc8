import { MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './segment.module.css';
import { type Condition, type Field, takesOf } from './segment-rule';

type SegmentValueProps = {
  condition: Condition;
  field: Field;
  /** By the way below the condition, such as `value.0`. */
  error: (way: string) => string | undefined;
  change: (condition: Condition) => void;
};

type Single = string | number | null;

/** What a condition compares with: one value, both ends, a list, or a number of days. */
export function SegmentValue({ condition, field, error, change }: SegmentValueProps) {
  const { t } = useTranslation();
  const takes = takesOf(field, condition.op);
  const set = (value: Condition['value']) => change({ ...condition, value });
  const label = t('segments.value');
  if (takes === 'NOTHING') return null;
  if (takes === 'LIST') return <ListValue condition={condition} field={field} error={error} change={change} />;
  if (takes === 'DAYS')
    return (
      <NumberInput
        aria-label={t('segments.days')}
        className={css.value}
        value={(condition.value as number | null) ?? ''}
        onChange={(value) => set(value === '' ? null : Number(value))}
        min={1}
        allowDecimal={false}
        suffix={` ${t('segments.daysUnit')}`}
        error={error('value')}
      />
    );
  if (takes === 'TWO') {
    const [from = null, to = null] = (condition.value ?? []) as Single[];
    return (
      <div className={css.two}>
        <OneValue
          label={t('segments.from')}
          field={field}
          value={from}
          set={(one) => set([one, to])}
          error={error('value.0') ?? error('value')}
        />
        <OneValue label={t('segments.to')} field={field} value={to} set={(one) => set([from, one])} error={error('value.1')} />
      </div>
    );
  }
  return <OneValue label={label} field={field} value={condition.value as Single} set={set} error={error('value')} />;
}

type OneValueProps = { label: string; field: Field; value: Single; set: (value: Single) => void; error?: string };

function OneValue({ label, field: { kind }, value, set, error }: OneValueProps) {
  if (kind === 'NUMBER' || kind === 'MONEY' || kind === 'PERCENT') {
    // Money is written in euros and kept in cents.
    const unit = kind === 'MONEY' ? 100 : 1;
    return (
      <NumberInput
        aria-label={label}
        className={css.value}
        value={value === null ? '' : Number(value) / unit}
        onChange={(typed) => set(typed === '' ? null : Math.round(Number(typed) * unit * 1e6) / 1e6)}
        decimalScale={kind === 'MONEY' ? 2 : 6}
        decimalSeparator=","
        thousandSeparator=" "
        suffix={kind === 'MONEY' ? ' €' : kind === 'PERCENT' ? ' %' : undefined}
        error={error}
      />
    );
  }
  return (
    <TextInput
      aria-label={label}
      className={css.value}
      type={kind === 'DATE' ? 'date' : 'text'}
      value={(value as string | null) ?? ''}
      onChange={(event) => set(event.currentTarget.value || null)}
      error={error}
    />
  );
}

function ListValue({ condition, field, error, change }: SegmentValueProps) {
  const { t } = useTranslation();
  const value = ((condition.value ?? []) as (string | null)[]).map(String);
  const found = error('value') ?? value.map((_, at) => error(`value.${at}`)).find(Boolean);
  const common = {
    'aria-label': t('segments.values'),
    className: css.value,
    value,
    onChange: (next: string[]) => change({ ...condition, value: next }),
    placeholder: value.length === 0 ? t('segments.choose') : undefined,
    error: found,
  };
  return field.closed ? (
    <MultiSelect {...common} data={field.choices.map((choice) => ({ value: choice.value, label: choice.label }))} searchable />
  ) : (
    <TagsInput {...common} data={field.choices.map((choice) => choice.value)} splitChars={[',', ';']} acceptValueOnBlur />
  );
}
