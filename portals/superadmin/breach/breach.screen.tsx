import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { dateTime, number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Facts, Section } from '../../shared/ui/section';
import { TodoList } from '../../shared/ui/todo';
import { BreachFollowUp } from './breach-follow-up';
import { BreachState } from './breach-state';
import { type BreachStep, BreachStepDialog } from './breach-step';
import { stateOf } from './breach-words';

const AdminBreach = graphql(`
  query AdminBreach($id: ID!) {
    dataBreach(id: $id) {
      id reference title description natures awareAt dueAt happenedAt people peopleCount records recordCount consequences measures
      risk noRiskReason notifiedAt notificationReference lateReason peopleToldAt peopleNotToldReason closedAt createdAt
      createdBy { id name }
      closedBy { id name }
      entries { id body at author { id name } }
      viewerCan { update notify tellPeople addEntry close }
    }
  }
`);
const AdminCloseBreach = graphql(`
  mutation AdminCloseBreach($input: CloseDataBreachInput!) {
    closeDataBreach(input: $input) { dataBreach { id closedAt } userErrors { path code message } }
  }
`);

const nothing = '—';
const lists = { refetchQueries: ['AdminBreach', 'AdminBreaches'] };

/** One breach: what happened, what is left of the 72 hours, who was told, and what came out since. */
export function Breach() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminBreach, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const closing = useSubmit(AdminCloseBreach, { fields: [] });
  const [step, setStep] = useState<BreachStep>();
  const breach = data?.dataBreach ?? undefined;
  const can = breach?.viewerCan;
  const at = (instant: string | null) => (instant ? dateTime(instant) : nothing);
  const about = (count: number | null) =>
    count === null ? t('breaches.unknown') : t('breaches.about', { count: number(count) });
  const waits = breach && ['running', 'soon', 'over'].includes(stateOf(breach));
  const close = async () => {
    const question = { title: t('breaches.closeAsk'), text: t('breaches.closeText'), action: t('breaches.do.close') };
    if (!(await confirm(question)) || !(await closing.submit({ input: { id } }, lists))) return;
    done(t('breaches.did.close'));
  };
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.breaches'), '/breaches'], [breach?.reference ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.dataBreach === null}
        header={
          breach && {
            title: breach.title,
            badges: <BreachState breach={breach} />,
            meta: (
              <>
                <span>{breach.reference}</span>
                <span>{t(`breaches.risks.${breach.risk ?? 'UNKNOWN'}`)}</span>
                <span>{t('breaches.awareSince', { at: dateTime(breach.awareAt) })}</span>
              </>
            ),
            actions: (
              <>
                {can?.update && (
                  <Button variant="default" component={Link} to={`/breaches/${id}/edit`}>
                    {t('breaches.do.edit')}
                  </Button>
                )}
                {waits && can?.notify && <Button onClick={() => setStep('notify')}>{t('breaches.do.notify')}</Button>}
                {!waits && can?.close && (
                  <Button loading={closing.pending} onClick={() => void close()}>
                    {t('breaches.do.close')}
                  </Button>
                )}
              </>
            ),
          }
        }
        alerts={
          breach &&
          waits && (
            <TodoList
              label={t('breaches.clock')}
              items={[
                {
                  key: 'clock',
                  tone: stateOf(breach) === 'over' ? 'red' : 'yellow',
                  icon: IconClockExclamation,
                  title: t('breaches.dueBefore', { at: dateTime(breach.dueAt) }),
                  text: t(breach.risk ? 'breaches.clockText' : 'breaches.clockUnassessed'),
                },
              ]}
            />
          )
        }
      >
        {breach && (
          <>
            <Section title={t('breaches.what')}>
              <Facts
                columns={2}
                items={[
                  [t('breaches.description'), breach.description],
                  [t('breaches.nature'), breach.natures.map((nature) => t(`breaches.natures.${nature}`)).join(', ')],
                  [t('breaches.awareAt'), at(breach.awareAt)],
                  [t('breaches.happenedAt'), breach.happenedAt ? at(breach.happenedAt) : t('breaches.unknown')],
                  [t('breaches.people'), `${breach.people} (${about(breach.peopleCount)})`],
                  [t('breaches.records'), `${breach.records} (${about(breach.recordCount)})`],
                  [t('breaches.by'), [at(breach.createdAt), breach.createdBy?.name].filter(Boolean).join(', ')],
                ]}
              />
            </Section>
            <Section title={t('breaches.assessment')}>
              <Facts
                columns={2}
                items={[
                  [t('breaches.consequences'), breach.consequences],
                  [t('breaches.measures'), breach.measures],
                  [t('breaches.risk'), t(`breaches.risks.${breach.risk ?? 'UNKNOWN'}`)],
                  ...(breach.noRiskReason ? ([[t('breaches.noRiskReason'), breach.noRiskReason]] as [string, string][]) : []),
                ]}
              />
            </Section>
            <Section title={t('breaches.told')}>
              <Facts
                columns={2}
                items={[
                  [t('breaches.dueAt'), at(breach.dueAt)],
                  [t('breaches.notifiedAt'), at(breach.notifiedAt)],
                  [t('breaches.reference'), breach.notificationReference ?? nothing],
                  [t('breaches.lateReason'), breach.lateReason ?? nothing],
                  [t('breaches.toldAt'), at(breach.peopleToldAt)],
                  [t('breaches.notToldReason'), breach.peopleNotToldReason ?? nothing],
                  [t('breaches.closedAt'), [at(breach.closedAt), breach.closedBy?.name].filter(Boolean).join(', ')],
                ]}
              />
              {(can?.tellPeople || (can?.notify && !waits)) && (
                <Group gap="xs" mt="md">
                  {can.notify && !waits && (
                    <Button variant="default" onClick={() => setStep('notify')}>
                      {t('breaches.do.notify')}
                    </Button>
                  )}
                  {can.tellPeople && (
                    <Button variant="default" onClick={() => setStep('tell')}>
                      {t('breaches.do.tell')}
                    </Button>
                  )}
                </Group>
              )}
            </Section>
            <BreachFollowUp id={id} entries={breach.entries} mayAdd={breach.viewerCan.addEntry} />
          </>
        )}
      </DetailScreen>
      {step && breach && <BreachStepDialog breach={breach} step={step} close={() => setStep(undefined)} />}
    </>
  );
}
