import { useQuery } from '@apollo/client/react';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { dateTime, money } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { Status } from '../../shared/ui/status';
import { TodoList } from '../../shared/ui/todo';
import { AdvanceButton } from './advance-button';
import css from './mission.module.css';
import { MissionFiles } from './mission-files';
import { MissionHistory } from './mission-history';
import { MissionProject } from './mission-project';
import { MissionRail } from './mission-rail';
import { missionTones, sentBack } from './mission-state';
import { MissionSteps } from './mission-steps';
import { useMissionLive } from './use-mission-live';
import { schedule } from './when';

const PrestataireMission = graphql(`
  query PrestataireMission($id: ID!) {
    mission(id: $id) {
      id reference title description status scheduledStart scheduledEnd city feeCents currency
      prestataire { id }
      customer { id name }
      project { id }
      steps { id from to note at }
      viewerCan { uploadDocument }
      ...AdvanceButton_mission
      ...MissionSteps_mission
      ...MissionHistory_mission
      ...MissionRail_mission
    }
  }
`);

export function Mission() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const viewer = useViewer();
  useMissionLive(id);
  const { data, error, refetch } = useQuery(PrestataireMission, { variables: { id } });
  const mission = data?.mission;
  if (mission && mission.prestataire?.id !== viewer.id) return <Navigate to={`/offers/${id}`} replace />;

  const back = mission && sentBack(mission.steps);
  const header = mission && {
    title: mission.title,
    badges: <Status tone={missionTones[mission.status]}>{t(`mission.state.${mission.status}`)}</Status>,
    meta: (
      <>
        <span>{mission.reference}</span>
        {mission.customer && <span>{mission.customer.name}</span>}
        <span>{[schedule(mission, t), mission.city].filter(Boolean).join(', ')}</span>
        {typeof mission.feeCents === 'number' && <span>{money(mission.feeCents, mission.currency)}</span>}
      </>
    ),
    actions: <AdvanceButton mission={mission} />,
  };

  return (
    <DetailScreen
      crumbs={[[t('nav.missions'), '/missions'], [mission?.title ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.mission === null}
      header={header ?? undefined}
      alerts={
        back && (
          <TodoList
            stacked
            label={t('mission.attention')}
            items={[
              {
                key: back.id,
                tone: 'yellow',
                icon: IconArrowBackUp,
                title: t('mission.sentBack', { date: dateTime(back.at) }),
                text: back.note ?? t('mission.sentBackText'),
              },
            ]}
          />
        )
      }
      steps={mission && <MissionSteps mission={mission} />}
      railFirst
      rail={mission && <MissionRail mission={mission} />}
    >
      {mission && (
        <>
          <Section title={t('mission.brief')}>
            <p className={css.text}>{mission.description ?? t('mission.noBrief')}</p>
          </Section>
          <MissionFiles id={id} canUpload={mission.viewerCan.uploadDocument} />
          <MissionHistory mission={mission} />
          {mission.project && <MissionProject id={mission.project.id} />}
        </>
      )}
    </DetailScreen>
  );
}
