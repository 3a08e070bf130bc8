import { useQuery } from '@apollo/client/react';
import { Table, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from '../../shared/consent/consent.module.css';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { endOfDay, parisDay } from '../../shared/ui/paris';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';

const AdminContactAnswers = graphql(`
  query AdminContactAnswers($id: ID!, $at: DateTime) {
    contactAnswers(customerId: $id, at: $at) { purpose channel allowed reason }
  }
`);

/** What the gate answers for each purpose and way, now (which the tab has asked with the rest) or at the end of an earlier day, with its reason. */
export function ContactAnswers({ id }: { id: string }) {
  const { t } = useTranslation('consent');
  const [day, setDay] = useState('');
  const at = day ? endOfDay(day) : null;
  const { data, error, refetch } = useQuery(AdminContactAnswers, { variables: { id, at }, fetchPolicy: 'cache-first' });
  const answers = data?.contactAnswers ?? [];
  const ways = [...new Set(answers.map(({ channel }) => channel))];
  return (
    <Section
      flush
      title={t('gate.title')}
      action={
        <TextInput
          type="date"
          size="xs"
          aria-label={t('gate.day')}
          max={parisDay()}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      }
    >
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={7} columns={4} />}
      {data && (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('gate.table') } }}
        >
          <Table highlightOnHover={false} className={css.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('purposeHead')}</Table.Th>
                {ways.map((channel) => (
                  <Table.Th key={channel}>{t(`channel.${channel}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...Map.groupBy(answers, ({ purpose }) => purpose)].map(([purpose, row]) => (
                <Table.Tr key={purpose}>
                  <Table.Th scope="row" className={css.purpose}>
                    {t(`purpose.${purpose}`)}
                  </Table.Th>
                  {row.map(({ channel, allowed, reason }) => (
                    <Table.Td key={channel}>
                      <span className={css.state} data-status={allowed ? 'GRANTED' : 'WITHDRAWN'}>
                        {allowed ? (
                          <IconCheck size={14} stroke={2.2} aria-hidden />
                        ) : (
                          <IconX size={14} stroke={2.2} aria-hidden />
                        )}
                        {t(allowed ? 'gate.yes' : 'gate.no')}
                      </span>
                      <span className={css.sub}>{t(`reason.${reason}`)}</span>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
