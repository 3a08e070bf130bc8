import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { duration, money } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import css from '../mission/mission.module.css';
import { missionTones } from '../mission/mission-state';
import { placeOf } from '../mission/place';
import { useMissionLive } from '../mission/use-mission-live';
import { days, hours } from '../mission/when';
import { ApplyCard } from './apply-card';

const PrestataireOffer = graphql(`
  query PrestataireOffer($id: ID!) {
    mission(id: $id) {
      id reference title description status scheduledStart scheduledEnd postalCode city
      feeCents currency estimatedMinutes
      prestataire { id }
      ...ApplyCard_mission
    }
  }
`);

/** A mission one may ask for. Once it is one's own, its own page takes over. */
export function Offer() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const viewer = useViewer();
  useMissionLive(id);
  const { data, error, refetch } = useQuery(PrestataireOffer, { variables: { id } });
  const offer = data?.mission;
  if (offer && offer.prestataire?.id === viewer.id) return <Navigate to={`/missions/${id}`} replace />;
  return (
    <DetailScreen
      crumbs={[[t('nav.offers'), '/offers'], [offer?.title ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.mission === null}
      header={
        offer
          ? {
              title: offer.title,
              badges: <Status tone={missionTones[offer.status]}>{t(`mission.state.${offer.status}`)}</Status>,
              meta: <span>{offer.reference}</span>,
            }
          : undefined
      }
      kpis={
        offer && (
          <KpiStrip columns={4}>
            <Kpi
              label={t('missions.fee')}
              value={typeof offer.feeCents === 'number' ? money(offer.feeCents, offer.currency) : '—'}
              note={t('offers.withoutVat')}
            />
            <Kpi label={t('missions.when')} value={days(offer, t)} note={hours(offer)} />
            <Kpi
              label={t('missions.place')}
              value={offer.city ?? t('mission.anywhere')}
              note={placeOf(offer) ? t('offers.street') : undefined}
            />
            <Kpi
              label={t('mission.planned')}
              value={typeof offer.estimatedMinutes === 'number' ? duration(offer.estimatedMinutes) : '—'}
            />
          </KpiStrip>
        )
      }
      rail={offer && <ApplyCard mission={offer} />}
    >
      {offer && (
        <Section title={t('mission.brief')}>
          <p className={css.text}>{offer.description ?? t('mission.noBrief')}</p>
        </Section>
      )}
    </DetailScreen>
  );
}
