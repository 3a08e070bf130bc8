import { ActionIcon, Button, Input, Menu, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPlus, IconTrash, IconZzz } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './custom-field.module.css';
import type { ChoiceDraft } from './use-custom-field-save';

type CustomFieldChoicesProps = {
  choices: readonly ChoiceDraft[];
  set: (choices: ChoiceDraft[]) => void;
  /** By `choices.`, the place and the field. */
  errors: Record<string, string>;
};

/** The choices of a field in their order. What customers have is retired rather than deleted: the server says so. */
export function CustomFieldChoices({ choices, set, errors }: CustomFieldChoicesProps) {
  const { t } = useTranslation();
  const change = (at: number, patch: Partial<ChoiceDraft>) =>
    set(choices.map((one) => (one.at === at ? { ...one, ...patch } : one)));
  const move = (from: number, to: number) => {
    const next = [...choices];
    next.splice(to, 0, ...next.splice(from, 1));
    set(next);
  };
  const add = () =>
    set([
      ...choices,
      { at: Math.max(-1, ...choices.map(({ at }) => at)) + 1, id: null, labelFr: '', labelEn: '', retired: false },
    ]);
  return (
    <Input.Wrapper label={t('custom-fields.field.choices')} labelElement="div" error={errors.choices}>
      <ul className={css.choices} aria-label={t('custom-fields.field.choices')}>
        {choices.map(({ at, id, labelFr, labelEn, retired }, i) => {
          const name = labelFr || t('custom-fields.choice', { number: i + 1 });
          return (
            <li key={at} data-retired={retired || undefined}>
              <div className={css.label}>
                <div className={css.pair}>
                  {(['labelFr', 'labelEn'] as const).map((field) => (
                    <TextInput
                      key={field}
                      size="xs"
                      aria-label={t(`custom-fields.choiceIn.${field}`, { number: i + 1 })}
                      placeholder={t(`custom-fields.in.${field}`)}
                      maxLength={100}
                      autoComplete="off"
                      value={field === 'labelFr' ? labelFr : labelEn}
                      error={errors[`choices.${i}.${field}`]}
                      onChange={({ currentTarget: { value } }) => change(at, { [field]: value })}
                    />
                  ))}
                </div>
                {retired && <p className={css.note}>{t('custom-fields.retiredHint')}</p>}
              </div>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon className={css.menu} aria-label={t('custom-fields.actions', { label: name })}>
                    <IconDots size={16} stroke={1.7} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {i > 0 && (
                    <Menu.Item leftSection={<IconArrowUp size={16} stroke={1.6} />} onClick={() => move(i, i - 1)}>
                      {t('custom-fields.up')}
                    </Menu.Item>
                  )}
                  {i < choices.length - 1 && (
                    <Menu.Item leftSection={<IconArrowDown size={16} stroke={1.6} />} onClick={() => move(i, i + 1)}>
                      {t('custom-fields.down')}
                    </Menu.Item>
                  )}
                  {id && (
                    <Menu.Item leftSection={<IconZzz size={16} stroke={1.6} />} onClick={() => change(at, { retired: !retired })}>
                      {t(retired ? 'custom-fields.giveAgain' : 'custom-fields.retire')}
                    </Menu.Item>
                  )}
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} stroke={1.6} />}
                    onClick={() => set(choices.filter((one) => one.at !== at))}
                  >
                    {t('custom-fields.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </li>
          );
        })}
      </ul>
      <Button mt="xs" size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={add}>
        {t('custom-fields.addChoice')}
      </Button>
    </Input.Wrapper>
  );
}
