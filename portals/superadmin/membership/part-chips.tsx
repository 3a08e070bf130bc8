import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './membership.module.css';
import { type Parts, parts } from './part-checks';

export function PartChips({ value }: { value: Parts }) {
  const { t } = useTranslation();
  const seen = parts.filter((part) => value[part]);
  return (
    <div className={css.chips}>
      {seen.map((part) => (
        <Badge key={part} variant="default">
          {t(`memberships.parts.${part}`)}
        </Badge>
      ))}
      {!seen.length && <span className={css.sub}>{t('memberships.noPart')}</span>}
    </div>
  );
}
