import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { date, dateTime } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RegisterState } from './register-state';
import { TiedNames } from './tied-names';

const AdminProcessingOne = graphql(`
  query AdminProcessingOne($id: ID!) {
    processingActivity(id: $id) {
      id name purposes legalBases people data recipients transfers transferSafeguard retention security responsible
      startedOn endedOn updatedAt
      processors { id name endedOn }
      viewerCan { update }
    }
  }
`);

const nothing = '—';

/** One activity as article 30 wants it said. */
export function Processing() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminProcessingOne, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const activity = data?.processingActivity ?? undefined;
  return (
    <DetailScreen
      crumbs={[[t('nav.processing'), '/processing'], [activity?.name ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.processingActivity === null}
      header={
        activity && {
          title: activity.name,
          badges: <RegisterState endedOn={activity.endedOn} />,
          meta: (
            <>
              <span>{t('registers.since', { date: date(activity.startedOn) })}</span>
              {activity.endedOn && <span>{t('registers.until', { date: date(activity.endedOn) })}</span>}
              <span>{t('registers.changed', { at: dateTime(activity.updatedAt) })}</span>
            </>
          ),
          actions: activity.viewerCan.update && (
            <Button component={Link} to={`/processing/${id}/edit`}>
              {t('registers.edit')}
            </Button>
          ),
        }
      }
    >
      {activity && (
        <>
          <Section title={t('registers.what')}>
            <Facts
              columns={2}
              items={[
                [t('registers.purposes'), activity.purposes],
                [t('registers.legalBases'), activity.legalBases.map((basis) => t(`registers.basis.${basis}`)).join(', ')],
                [t('registers.people'), activity.people],
                [t('registers.data'), activity.data],
                [t('registers.retention'), activity.retention],
                [t('registers.responsible'), activity.responsible ?? nothing],
              ]}
            />
          </Section>
          <Section title={t('registers.whoGets')}>
            <Facts
              columns={2}
              items={[
                [t('registers.recipients'), activity.recipients],
                [t('registers.processors'), <TiedNames key="names" to="/processors" tied={activity.processors} />],
                [t('registers.transfers'), activity.transfers ?? t('registers.noTransfer')],
                [t('registers.safeguard'), activity.transferSafeguard ?? nothing],
              ]}
            />
          </Section>
          <Section title={t('registers.security')}>
            <Facts items={[[t('registers.securityText'), activity.security]]} />
          </Section>
        </>
      )}
    </DetailScreen>
  );
}
