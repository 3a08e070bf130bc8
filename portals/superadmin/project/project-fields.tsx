import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';
import { WideField } from '../../shared/frame/form-screen';
import { AmountInput } from '../../shared/ui/amount-input';

/** What the form holds: '' and null are “none”. */
export type ProjectWords = {
  name: string;
  description: string;
  startsOn: string;
  dueOn: string;
  managerId: string | null;
  budgetCents: number | null;
};

/** What the server gets; of a budget that isn't shown, nothing. */
export const inputOf = ({ description, startsOn, dueOn, budgetCents, ...rest }: ProjectWords, budget: boolean) => ({
  ...rest,
  description: description || null,
  startsOn: startsOn || null,
  dueOn: dueOn || null,
  ...(budget ? { budgetCents } : {}),
});

export const useSeesBudget = (): boolean => useViewer().permissions.includes('project.budget');

type ProjectFieldsProps = {
  words: ProjectWords;
  set: (patch: Partial<ProjectWords>) => void;
  errors: Record<string, string>;
  /** Who leads it where nobody is chosen. */
  nobody?: string;
};

/** What a project is: the same for a new one and for one that changes. */
export function ProjectFields({ words, set, errors, nobody }: ProjectFieldsProps) {
  const { t } = useTranslation();
  const { team } = useCustomerChoices();
  const seesBudget = useSeesBudget();
  const text = (field: 'name' | 'description' | 'startsOn' | 'dueOn') => ({
    label: t(`projects.${field}`),
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    error: errors[field],
  });
  return (
    <>
      <WideField>
        <TextInput required autoComplete="off" {...text('name')} />
      </WideField>
      <WideField>
        <Textarea autosize minRows={3} maxRows={10} {...text('description')} />
      </WideField>
      <TextInput type="date" {...text('startsOn')} />
      <TextInput type="date" {...text('dueOn')} />
      <Select
        label={t('projects.manager')}
        placeholder={nobody}
        data={team}
        value={words.managerId}
        onChange={(managerId) => set({ managerId })}
        clearable
        searchable
        error={errors.managerId}
      />
      {seesBudget && (
        <AmountInput
          label={t('projects.budget')}
          cents={words.budgetCents}
          change={(budgetCents) => set({ budgetCents })}
          error={errors.budgetCents}
        />
      )}
    </>
  );
}
