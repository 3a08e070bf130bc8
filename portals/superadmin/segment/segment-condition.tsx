import { ActionIcon, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './segment.module.css';
import { SegmentPeriod } from './segment-period';
import { type Condition, type Fields, withField, withOperator } from './segment-rule';
import { SegmentValue } from './segment-value';

type SegmentConditionProps = {
  condition: Condition;
  fields: Fields;
  /** What is wrong, by the way below the rule. */
  errors: Readonly<Record<string, string>>;
  /** The condition's own. */
  way: string;
  /** For whoever hears the page. */
  label: string;
  change: (condition: Condition | null) => void;
};

export function SegmentCondition({ condition, fields, errors, way, label, change }: SegmentConditionProps) {
  const { t } = useTranslation();
  const field = fields.get(condition.field);
  const error = (below: string) => errors[`${way}.${below}`];
  const groups = Map.groupBy(fields.values(), ({ groupLabel }) => groupLabel);
  return (
    <fieldset className={css.condition}>
      <legend className="vh">{label}</legend>
      <Select
        aria-label={t('segments.field')}
        className={css.field}
        data={[...groups].map(([group, items]) => ({ group, items: items.map((one) => ({ value: one.key, label: one.label })) }))}
        value={field ? condition.field : null}
        onChange={(key) => {
          const next = key && fields.get(key);
          if (next) change(withField(condition, next));
        }}
        searchable
        selectFirstOptionOnChange
        // What is typed takes the place of what stood there.
        onFocus={(event) => event.currentTarget.select()}
        allowDeselect={false}
        error={error('field')}
      />
      {field && (
        <>
          <Select
            aria-label={t('segments.operator')}
            className={css.operator}
            data={field.operators.map((one) => ({ value: one.key, label: one.label }))}
            value={condition.op}
            onChange={(op) => op && change(withOperator(condition, field, op))}
            allowDeselect={false}
            error={error('op')}
          />
          <SegmentValue condition={condition} field={field} error={error} change={change} />
          {field.inPeriod && <SegmentPeriod condition={condition} error={error} change={change} />}
        </>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        className={css.remove}
        aria-label={t('segments.removeCondition', { label })}
        onClick={() => change(null)}
      >
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
    </fieldset>
  );
}
