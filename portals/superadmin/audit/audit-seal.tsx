import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { dateTime, number, relative } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';

const AdminAuditStatus = graphql(`
  query AdminAuditStatus {
    auditStatus { unsealed lastSeal { number at entries hash } lastVerification { at ok findings } }
  }
`);

/** Whether what the list says can be relied on: the last seal, what it doesn't hold yet, and when all was last compared. */
export function AuditSeal() {
  const { t } = useTranslation();
  const { data } = useQuery(AdminAuditStatus, { pollInterval: 60_000 });
  const status = data?.auditStatus;
  const seal = status?.lastSeal;
  const verification = status?.lastVerification;
  const found =
    verification && (verification.ok ? t('audit.seal.whole') : t('audit.seal.found', { count: verification.findings }));
  return (
    <KpiStrip columns={3}>
      <Kpi
        label={t('audit.seal.last')}
        value={seal ? t('audit.seal.number', { number: number(seal.number) }) : status ? t('audit.seal.none') : '…'}
        note={seal ? t('audit.seal.head', { ago: relative(seal.at), hash: seal.hash.slice(0, 16) }) : undefined}
      />
      <Kpi
        label={t('audit.seal.open')}
        value={status ? number(status.unsealed) : '…'}
        note={status ? t('audit.seal.openText') : undefined}
      />
      <Kpi
        label={t('audit.seal.verified')}
        value={status ? (found ?? t('audit.seal.never')) : '…'}
        tone={verification && !verification.ok ? 'danger' : undefined}
        note={verification ? dateTime(verification.at) : status ? t('audit.seal.command') : undefined}
      />
    </KpiStrip>
  );
}
