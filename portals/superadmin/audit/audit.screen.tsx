import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { dateTime } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import css from './audit.module.css';
import { AuditChanges } from './audit-changes';
import { outcomeTones, pageOf, refusalName, roleName, titleOf, typeName } from './audit-words';

const AdminAuditEntry = graphql(`
  query AdminAuditEntry($id: ID!) {
    auditEntry(id: $id) {
      id at action outcome code times actorRole subjectType subjectId sessionId ip userAgent requestId
      actor { id name } asUser { id name } customer { id name }
      ...AuditChanges_entry
    }
  }
`);

const nothing = '—';

/** One entry whole: what changed, who did it, as whom and from where. */
export function AuditEntry() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminAuditEntry, { variables: { id } });
  const entry = data?.auditEntry ?? undefined;
  const code = (value: string | null) => (value ? <span className={css.code}>{value}</span> : nothing);
  const person = (one: { id: string; name: string } | null) => one && <Link to={`/users/${one.id}`}>{one.name}</Link>;
  const subject = () => {
    if (!entry?.subjectType) return nothing;
    const page = pageOf(entry.subjectType, entry.subjectId);
    const name = typeName(t, entry.subjectType);
    return page ? <Link to={page}>{name}</Link> : name;
  };
  return (
    <DetailScreen
      crumbs={[[t('nav.audit'), '/audit'], [entry ? titleOf(t, entry.action, entry.outcome) : '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.auditEntry === null}
      header={
        entry && {
          title: titleOf(t, entry.action, entry.outcome),
          badges: <Status tone={outcomeTones[entry.outcome]}>{t(`audit.outcomes.${entry.outcome}`)}</Status>,
          meta: (
            <>
              <span>{dateTime(entry.at)}</span>
              <span>{entry.actor?.name ?? roleName(t, entry.actorRole)}</span>
              {entry.customer && <Link to={`/customers/${entry.customer.id}`}>{entry.customer.name}</Link>}
            </>
          ),
        }
      }
      rail={
        entry && (
          <Section plain title={t('audit.from')}>
            <Facts
              items={[
                [t('audit.ip'), code(entry.ip)],
                [t('audit.userAgent'), entry.userAgent ?? nothing],
                [t('audit.session'), code(entry.sessionId)],
                [t('audit.request'), code(entry.requestId)],
              ]}
            />
          </Section>
        )
      }
    >
      {entry && (
        <>
          <Section title={t('audit.entry')}>
            <Facts
              columns={3}
              items={[
                [t('audit.who'), person(entry.actor) ?? nothing],
                [t('audit.in'), roleName(t, entry.actorRole)],
                [t('audit.seenAs'), person(entry.asUser) ?? nothing],
                [t('audit.on'), subject()],
                [t('audit.object'), code(entry.subjectId)],
                [t('audit.code'), code(entry.action)],
                ...(entry.code ? ([[t('audit.reason'), refusalName(t, entry.code)]] as [string, string][]) : []),
                ...(entry.times > 1
                  ? ([[t('audit.repeated'), t('audit.times', { count: entry.times })]] as [string, string][])
                  : []),
              ]}
            />
          </Section>
          {entry.outcome === 'CHANGED' && (
            <Section title={t('audit.changes.title')}>
              <AuditChanges entry={entry} />
            </Section>
          )}
        </>
      )}
    </DetailScreen>
  );
}
