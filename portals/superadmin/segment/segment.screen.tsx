import { useQuery } from '@apollo/client/react';
import { Alert, Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { ago, number } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Status } from '../../shared/ui/status';
import { SegmentActions } from './segment-actions';
import { toneOf } from './segment-badge';

const Members = panel(() => import('./segment-members'));
const Movement = panel(() => import('./segment-movement'));
const History = panel(() => import('./segment-history'));

const SuperadminSegment = graphql(`
  query SuperadminSegment($id: ID!) {
    segment(id: $id) {
      id name description colour sentence delivered changed stale broken filledAt refreshedAt memberCount recent { entered left }
      ...SegmentActions_segment
    }
  }
`);

/** While its customers are being worked out, it is asked again. */
const AGAIN_MS = 1_500;

export function SegmentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SuperadminSegment, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const segment = data?.segment;
  const stale = segment?.stale && segment.filledAt !== null;
  const filling = segment?.stale && segment.filledAt === null && !segment.delivered;
  const waiting = Boolean(stale || filling);
  useEffect(() => {
    if (waiting) startPolling(AGAIN_MS);
    return stopPolling;
  }, [waiting, startPolling, stopPolling]);
  if (!segment)
    return (
      <DetailScreen
        crumbs={[[t('nav.segments'), '/segments'], ['…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch().catch(() => {})}
        missing={segment === null}
      />
    );
  const { name, description, colour, sentence, delivered, changed, broken, filledAt, refreshedAt, memberCount, recent } = segment;
  return (
    <DetailScreen
      crumbs={[[t('nav.segments'), '/segments'], [name]]}
      header={{
        title: name,
        badges: (
          <>
            <Status tone={toneOf(colour)}>{t('segments.one')}</Status>
            {delivered && <Status tone="gray">{t(changed ? 'segments.changed' : 'segments.delivered')}</Status>}
          </>
        ),
        meta: description ?? undefined,
        actions: (
          <>
            <SegmentActions segment={segment} reread={() => void refetch()} />
            <Button component={Link} to={`/customers?segment=${id}`} leftSection={<IconUsers size={16} stroke={1.8} />}>
              {t('segments.see')}
            </Button>
          </>
        ),
      }}
      alerts={
        <>
          {broken && (
            <Alert color="red" title={t('segments.broken')}>
              {t('segments.brokenText')}
            </Alert>
          )}
          {waiting && <Alert color="blue" title={t('segments.working')} role="status" />}
          {!filledAt && !waiting && (
            <Alert color="blue" title={t('segments.unfilled')}>
              {t('segments.unfilledText')}
            </Alert>
          )}
          {sentence && (
            <Alert color="gray" title={t('segments.ruleInWords')}>
              {sentence}
            </Alert>
          )}
        </>
      }
      kpis={
        <KpiStrip columns={3}>
          <Kpi
            label={t('segments.members')}
            value={filledAt ? number(memberCount) : '—'}
            note={refreshedAt ? t('segments.refreshed', { when: ago(refreshedAt) }) : undefined}
          />
          <Kpi label={t('segments.entered30')} value={number(recent.entered)} />
          <Kpi label={t('segments.left30')} value={number(recent.left)} />
        </KpiStrip>
      }
      tabs={[
        { key: 'members', label: t('segments.members'), count: memberCount, panel: () => <Members id={id} /> },
        { key: 'movement', label: t('segments.movement'), panel: () => <Movement id={id} /> },
        { key: 'history', label: t('segments.history'), panel: () => <History id={id} /> },
      ]}
    />
  );
}
