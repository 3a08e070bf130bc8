import { useQuery } from '@apollo/client/react';
import { IconEye } from '@tabler/icons-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Timeline } from '../../shared/ui/timeline';
import css from './account.module.css';

const ClientReadings = graphql(`
  query ClientReadings($id: ID!) {
    customer(id: $id) { id viewedBy(first: 100) { day role } }
  }
`);

/** On which days others looked at the client's file, and what they are; not who they are. */
export function Readings({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ClientReadings, { variables: { id: customerId }, fetchPolicy: 'cache-and-network' });
  const readings = data?.customer?.viewedBy;
  if (error && !readings) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!readings) return <RowsSkeleton rows={4} columns={1} />;
  const roleOf = (role: string) =>
    t(`readings.role.${i18next.exists(`readings.role.${role}`, { ns: 'portal' }) ? role : 'other'}`);
  return (
    <Section title={t('readings.title')}>
      <p className={css.intro}>{t('readings.intro')}</p>
      {readings.length ? (
        <Timeline
          items={readings.map(({ day, role }) => ({ id: `${day} ${role}`, at: day, icon: IconEye, title: roleOf(role) }))}
        />
      ) : (
        <Empty icon={IconEye} title={t('readings.none')}>
          {t('readings.noneText')}
        </Empty>
      )}
    </Section>
  );
}
