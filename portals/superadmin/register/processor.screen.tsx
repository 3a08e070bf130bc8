import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { date, dateTime } from '../../shared/ui/format';
import { regionName } from '../../shared/ui/region';
import { Facts, Section } from '../../shared/ui/section';
import { ProcessorForm } from './processor-form';
import { RegisterState } from './register-state';
import { TiedNames } from './tied-names';

const AdminProcessor = graphql(`
  query AdminProcessor($id: ID!) {
    processor(id: $id) {
      id name service country transferSafeguard contractOn contractReference subProcessors contact endedOn updatedAt
      activities { id name endedOn }
      viewerCan { update }
      ...ProcessorForm_processor
    }
  }
`);

const nothing = '—';

/** One processor, its contract, and what it takes part in. */
export function Processor() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminProcessor, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState(false);
  const processor = data?.processor ?? undefined;
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.processors'), '/processors'], [processor?.name ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.processor === null}
        header={
          processor && {
            title: processor.name,
            badges: <RegisterState endedOn={processor.endedOn} contractOn={processor.contractOn} />,
            meta: (
              <>
                <span>{regionName(processor.country)}</span>
                {processor.endedOn && <span>{t('registers.until', { date: date(processor.endedOn) })}</span>}
                <span>{t('registers.changed', { at: dateTime(processor.updatedAt) })}</span>
              </>
            ),
            actions: processor.viewerCan.update && <Button onClick={() => setEditing(true)}>{t('registers.edit')}</Button>,
          }
        }
      >
        {processor && (
          <Section title={t('registers.contract')}>
            <Facts
              columns={2}
              items={[
                [t('registers.fields.service'), processor.service],
                [t('registers.fields.contact'), processor.contact ?? nothing],
                [t('registers.contractOn'), processor.contractOn ? date(processor.contractOn) : t('registers.noContract')],
                [t('registers.fields.contractReference'), processor.contractReference ?? nothing],
                [t('registers.fields.subProcessors'), processor.subProcessors ?? nothing],
                [t('registers.fields.transferSafeguard'), processor.transferSafeguard ?? nothing],
                [t('registers.activities'), <TiedNames key="names" to="/processing" tied={processor.activities} />],
              ]}
            />
          </Section>
        )}
      </DetailScreen>
      {editing && processor && (
        <ProcessorForm processor={processor} close={() => setEditing(false)} reread={() => void refetch()} />
      )}
    </>
  );
}
