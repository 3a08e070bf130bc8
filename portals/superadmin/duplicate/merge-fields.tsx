import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomerKind, CustomerStatus, MergeSide } from '../../shared/graphql/generated/graphql';
import { phoneText } from '../../shared/ui/format';
import css from './merge.module.css';

export const MergeFields_field = graphql(`
  fragment MergeFields_field on MergeFieldPreview { field label survivor other same mayKeepBoth keep }
`);

export type Choices = Readonly<Record<string, MergeSide>>;

type MergeFieldsProps = {
  fields: readonly FragmentType<typeof MergeFields_field>[];
  choices: Choices;
  choose: (field: string, side: MergeSide) => void;
  errors: Record<string, string>;
};

/** Which value stays, field by field; where both say the same there is nothing to choose. */
export function MergeFields({ fields, choices, choose, errors }: MergeFieldsProps) {
  const { t } = useTranslation(['portal', 'customer']);
  const shown = (field: string, value: string | null | undefined) => {
    if (!value) return t('duplicates.empty');
    if (field === 'kind') return t(`customer:kind.${value as CustomerKind}`);
    if (field === 'status') return t(`customer:state.${value as CustomerStatus}`);
    return field === 'phone' ? phoneText(value) : value;
  };
  return (
    <ul className={css.fields}>
      {fields.map((one) => {
        const { field, label, survivor, other, same, mayKeepBoth, keep } = readFragment(MergeFields_field, one);
        const called = label ?? t(`duplicates.field.${field as 'name'}`);
        const sides: MergeSide[] = ['SURVIVOR', 'OTHER', ...(mayKeepBoth && survivor && other ? (['BOTH'] as const) : [])];
        const said = { SURVIVOR: shown(field, survivor), OTHER: shown(field, other), BOTH: t('duplicates.both') };
        return (
          <li key={field} className={css.field}>
            {same ? (
              <>
                <span className={css.label}>{called}</span>
                <span className={css.value}>{said.SURVIVOR}</span>
              </>
            ) : (
              <Radio.Group
                label={called}
                value={choices[field] ?? keep}
                onChange={(side) => choose(field, side as MergeSide)}
                error={errors[`choices.${field}`]}
                classNames={{ root: css.choice, label: css.label }}
              >
                <div className={css.sides}>
                  {sides.map((side) => (
                    <Radio key={side} value={side} label={said[side]} />
                  ))}
                </div>
              </Radio.Group>
            )}
          </li>
        );
      })}
    </ul>
  );
}
