import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './membership.module.css';

export const parts = ['finance', 'documents', 'projects', 'tickets'] as const;
export type Parts = Record<(typeof parts)[number], boolean>;
export const everyPart: Parts = { finance: true, documents: true, projects: true, tickets: true };
export const partsOf = ({ finance, documents, projects, tickets }: Parts): Parts => ({ finance, documents, projects, tickets });

/** What a member sees of a customer, part by part. */
export function PartChecks({ value, change }: { value: Parts; change: (value: Parts) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.checks}>
      {parts.map((part) => (
        <Checkbox
          key={part}
          label={t(`memberships.parts.${part}`)}
          checked={value[part]}
          onChange={({ currentTarget: { checked } }) => change({ ...value, [part]: checked })}
        />
      ))}
    </div>
  );
}
