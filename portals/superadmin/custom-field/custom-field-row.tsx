import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  type Icon,
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconCalendar,
  IconDots,
  IconHash,
  IconLetterCase,
  IconListDetails,
  IconPencil,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomFieldKind } from '../../shared/graphql/generated/graphql';
import css from './custom-field.module.css';

const CustomFieldRow_field = graphql(`
  fragment CustomFieldRow_field on CustomField {
    id key kind appliesTo required label customerCount
    choices { id label retired }
    viewerCan { update }
  }
`);

const icons: Record<CustomFieldKind, Icon> = {
  TEXT: IconLetterCase,
  NUMBER: IconHash,
  DATE: IconCalendar,
  CHOICE: IconListDetails,
};

type CustomFieldRowProps = {
  field: FragmentType<typeof CustomFieldRow_field>;
  edit?: () => void;
  up?: () => void;
  down?: () => void;
  archive?: (label: string) => void;
  /** Of one that is put away. */
  restore?: (label: string) => void;
};

/** A field: what it asks for, of whom, and how many have it. */
export function CustomFieldRow({ field: source, edit, up, down, archive, restore }: CustomFieldRowProps) {
  const { t } = useTranslation();
  const field = readFragment(CustomFieldRow_field, source);
  const { key, kind, appliesTo, required, label, choices, customerCount } = field;
  const Glyph = icons[kind];
  const given = choices.filter(({ retired }) => !retired).map((choice) => choice.label);
  const facts = [
    t(`custom-fields.kind.${kind}`),
    t(`custom-fields.subject.${appliesTo}`),
    required && t('custom-fields.isRequired'),
    t('custom-fields.used', { count: customerCount ?? 0 }),
  ];
  return (
    <li>
      <Glyph size={18} stroke={1.6} className={css.icon} aria-hidden />
      <div className={css.what}>
        <p className={css.name}>
          <span dir="auto">{label}</span>
          <span className={css.key}>{key}</span>
        </p>
        <p className={css.sub}>{facts.filter(Boolean).join(' · ')}</p>
        {given.length > 0 && <p className={css.sub}>{given.join(', ')}</p>}
      </div>
      {field.viewerCan.update && restore && (
        <Button size="xs" variant="default" onClick={() => restore(label)}>
          {t('custom-fields.restore')}
        </Button>
      )}
      {field.viewerCan.update && edit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('custom-fields.actions', { label })}>
              <IconDots size={16} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={edit}>
              {t('custom-fields.edit')}
            </Menu.Item>
            {up && (
              <Menu.Item leftSection={<IconArrowUp size={16} stroke={1.6} />} onClick={up}>
                {t('custom-fields.up')}
              </Menu.Item>
            )}
            {down && (
              <Menu.Item leftSection={<IconArrowDown size={16} stroke={1.6} />} onClick={down}>
                {t('custom-fields.down')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => archive?.(label)}>
              {t('custom-fields.archive')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
