import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateTime, money } from '../../shared/ui/format';
import css from './audit.module.css';
import { propertyName } from './audit-words';

export const AuditChanges_entry = graphql(`
  fragment AuditChanges_entry on AuditEntry { id changes { property before beforeName after afterName hidden } }
`);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value as a person reads it: amounts and instants by their look, the rest as it was kept. */
function said(property: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number' && property.endsWith('Cents')) return money(value);
  if (typeof value === 'string') return instant.test(value) ? dateTime(value) : value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ') || '—';
  return JSON.stringify(value);
}

/** Each property before and after. */
export function AuditChanges(props: { entry: FragmentType<typeof AuditChanges_entry> }) {
  const { t } = useTranslation();
  const { changes } = readFragment(AuditChanges_entry, props.entry);
  if (!changes.length) return <p className={css.none}>{t('audit.changes.none')}</p>;
  return (
    <table className={css.changes}>
      <thead>
        <tr>
          <th scope="col">{t('audit.changes.property')}</th>
          <th scope="col">{t('audit.changes.before')}</th>
          <th scope="col">{t('audit.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ property, before, beforeName, after, afterName, hidden }) => (
          <tr key={property}>
            <th scope="row">{propertyName(t, property)}</th>
            {hidden ? (
              <td colSpan={2} className={css.hidden}>
                {t('audit.changes.hidden')}
              </td>
            ) : (
              <>
                <td data-label={t('audit.changes.before')} className={css.before}>
                  {beforeName ?? said(property, before)}
                </td>
                <td data-label={t('audit.changes.after')}>{afterName ?? said(property, after)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
