import { ActionIcon, Button, SegmentedControl, Switch } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './segment.module.css';
import { SegmentCondition } from './segment-condition';
import { type Fields, type Group, isGroup, newCondition, newGroup, type Part, replaced } from './segment-rule';

/** As deep as the server goes. */
const DEEPEST = 4;

type SegmentGroupProps = {
  group: Group;
  fields: Fields;
  errors: Readonly<Record<string, string>>;
  way?: string;
  /** The numbers of the groups it is in, and its own: `2.1`. Empty for the rule itself. */
  place?: string;
  depth?: number;
  change: (group: Group) => void;
  remove?: () => void;
};

/** Conditions that hold together, or of which one holds; groups may stand among them. */
export function SegmentGroup({ group, fields, errors, way = 'rule', place = '', depth = 1, change, remove }: SegmentGroupProps) {
  const { t } = useTranslation();
  const [first] = fields.values();
  const set = (at: number, part: Part | null) => change(replaced(group, at, part));
  const add = (part: Part) => change({ ...group, of: [...group.of, part] });
  const label = place ? t('segments.groupAt', { place }) : t('segments.rule');
  return (
    <fieldset className={depth > 1 ? css.group : css.rule}>
      <legend className="vh">{label}</legend>
      <div className={css.groupHead}>
        <SegmentedControl
          size="xs"
          aria-label={t('segments.match')}
          data={(['ALL', 'ANY'] as const).map((value) => ({ value, label: t(`segments.matches.${value}`) }))}
          value={group.match}
          onChange={(match) => change({ ...group, match: match as Group['match'] })}
        />
        <Switch
          size="xs"
          label={t('segments.not')}
          checked={group.not ?? false}
          onChange={(event) => change({ ...group, not: event.currentTarget.checked })}
        />
        {remove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('segments.removeGroup', { place })}
            onClick={remove}
            ml="auto"
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      {group.of.map((part, at) => {
        const below = { fields, errors, way: `${way}.of.${at}` };
        const number = place ? `${place}.${at + 1}` : String(at + 1);
        return isGroup(part) ? (
          <SegmentGroup
            key={part.id}
            {...below}
            group={part}
            place={number}
            depth={depth + 1}
            change={(next) => set(at, next)}
            remove={() => set(at, null)}
          />
        ) : (
          <SegmentCondition
            key={part.id}
            {...below}
            condition={part}
            label={t('segments.conditionAt', { place: number })}
            change={(next) => set(at, next)}
          />
        );
      })}
      {errors[`${way}.of`] && (
        <p role="alert" className={css.error}>
          {errors[`${way}.of`]}
        </p>
      )}
      <div className={css.add}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => first && add(newCondition(first))}
        >
          {t('segments.addCondition')}
        </Button>
        {depth < DEEPEST && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconFolderPlus size={14} stroke={1.8} />}
            onClick={() => first && add(newGroup([newCondition(first)]))}
          >
            {t('segments.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
