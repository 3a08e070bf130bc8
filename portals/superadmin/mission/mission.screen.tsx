import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql, readFragment } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { dateTime, duration, money } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { CustomerTogether } from '../customer/customer-together';
import css from '../project/project.module.css';
import { MissionApplications } from './mission-applications';
import { MissionAssignee } from './mission-assignee';
import { MissionFiles } from './mission-files';
import { MissionHistory } from './mission-history';
import { MissionState } from './mission-state';
import { MissionStatusMenu } from './mission-status-menu';

const MissionEdit = lazy(() => import('./mission-edit'));

const AdminMission = graphql(`
  query AdminMission($id: ID!) { mission(id: $id) { id ...AdminMission_mission } }
`);
const AdminMission_mission = graphql(`
  fragment AdminMission_mission on Mission {
    id reference title description status scheduledStart scheduledEnd street postalCode city feeCents currency
    estimatedMinutes version
    customer { id name }
    project { id name }
    viewerCan { update uploadDocument }
    ...MissionEdit_mission
    ...AdminMissionStatus_mission
    ...AdminMissionAssignee_mission
    ...AdminMissionApplications_mission
    ...AdminMissionHistory_mission
  }
`);
const AdminMissionChanged = graphql(`
  subscription AdminMissionChanged($id: ID!) { missionChanged(id: $id) { id ...AdminMission_mission } }
`);

/** The mission itself comes with what is told of it. */
const nothing = () => false;

export function Mission() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminMission, { variables: { id } });
  useSubscription(AdminMissionChanged, { variables: { id } });
  const [editing, form] = useDisclosure(false);
  const mission = data?.mission && readFragment(AdminMission_mission, data.mission);
  const place =
    mission && [mission.street, [mission.postalCode, mission.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <CustomerTogether customerId={mission?.customer?.id} reads={nothing}>
      <DetailScreen
        crumbs={[[t('nav.missions'), '/missions'], [mission?.title ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.mission === null}
        header={
          mission
            ? {
                title: mission.title,
                badges: <MissionState status={mission.status} />,
                meta: (
                  <>
                    <span className="num">{mission.reference}</span>
                    {mission.customer && <Link to={`/customers/${mission.customer.id}`}>{mission.customer.name}</Link>}
                    {mission.project && <Link to={`/projects/${mission.project.id}`}>{mission.project.name}</Link>}
                  </>
                ),
                actions: (
                  <>
                    {mission.viewerCan.update && (
                      <Button variant="default" leftSection={<IconPencil size={15} stroke={1.8} />} onClick={form.open}>
                        {t('missions.editAction')}
                      </Button>
                    )}
                    <MissionStatusMenu mission={mission} />
                  </>
                ),
              }
            : undefined
        }
        rail={
          mission && (
            <>
              <MissionAssignee mission={mission} />
              <Section plain title={t('missions.plan')}>
                <Facts
                  items={[
                    [t('missions.start'), mission.scheduledStart ? dateTime(mission.scheduledStart) : '—'],
                    [t('missions.end'), mission.scheduledEnd ? dateTime(mission.scheduledEnd) : '—'],
                    [t('missions.estimated'), mission.estimatedMinutes ? duration(mission.estimatedMinutes) : '—'],
                    [t('missions.place'), place || '—'],
                    [t('missions.fee'), mission.feeCents == null ? '—' : money(mission.feeCents, mission.currency)],
                  ]}
                />
              </Section>
            </>
          )
        }
      >
        {mission && (
          <div className={css.stack}>
            <MissionApplications mission={mission} />
            {mission.description && (
              <Section title={t('missions.about')}>
                <p className={css.about}>{mission.description}</p>
              </Section>
            )}
            <MissionFiles id={id} upload={mission.viewerCan.uploadDocument} />
            <MissionHistory mission={mission} />
          </div>
        )}
      </DetailScreen>
      {editing && mission && (
        <Suspense>
          <MissionEdit mission={mission} close={form.close} reread={() => void refetch()} />
        </Suspense>
      )}
    </CustomerTogether>
  );
}
