import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql, readFragment } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { date, dateTime } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { TodoList } from '../../shared/ui/todo';
import { EraseDialog } from './erase-dialog';
import { type Answer, RequestAnswer } from './request-answer';
import { RequestCopy } from './request-copy';
import { RequestState } from './request-state';

const RequestFacts_request = graphql(`
  fragment RequestFacts_request on DataSubjectRequest {
    id reference right status origin person contact details receivedOn dueOn extendedOn extensionReason identityProof identityNote
    identifiedAt answer closedAt createdAt objected liftedAt liftReason
    createdBy { id name }
    identifiedBy { id name }
    closedBy { id name }
    liftedBy { id name }
    customer { id name viewerCan { erase } }
    alsoKnownAs { id name reference }
    viewerCan { identify extend refuse complete withdraw liftRestriction }
    ...RequestCopy_request
  }
`);
const AdminRequest = graphql(`
  query AdminRequest($id: ID!) { dataSubjectRequest(id: $id) { id ...RequestFacts_request } }
`);

const nothing = '—';

/** One request: who asked what, by when it is answered, and the next step of it. */
export function Request() {
  const { t } = useTranslation(['portal', 'consent']);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminRequest, { variables: { id } });
  const request = readFragment(RequestFacts_request, data?.dataSubjectRequest) ?? undefined;
  const [answer, setAnswer] = useState<Answer>();
  const [erasing, setErasing] = useState(false);
  const can = request?.viewerCan;
  const erases = request?.right === 'ERASURE' && can?.complete && request.customer?.viewerCan.erase;
  const by = (at: string | null | undefined, who: { name: string } | null | undefined) =>
    at ? [dateTime(at), who?.name].filter(Boolean).join(', ') : nothing;
  return (
    <>
      <DetailScreen
        crumbs={[[t('nav.requests'), '/requests'], [request?.reference ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.dataSubjectRequest === null}
        header={
          request && {
            title: t(`requests.rights.${request.right}`),
            badges: <RequestState status={request.status} dueOn={request.dueOn} />,
            meta: (
              <>
                <span>{request.reference}</span>
                <span>{t('requests.due', { date: date(request.dueOn) })}</span>
                {request.customer && <Link to={`/customers/${request.customer.id}`}>{request.customer.name}</Link>}
              </>
            ),
            actions: (
              <Group gap="xs">
                {can?.extend && (
                  <Button variant="default" onClick={() => setAnswer('extend')}>
                    {t('requests.do.extend')}
                  </Button>
                )}
                {can?.refuse && (
                  <Button variant="default" onClick={() => setAnswer('refuse')}>
                    {t('requests.do.refuse')}
                  </Button>
                )}
                {can?.liftRestriction && <Button onClick={() => setAnswer('lift')}>{t('requests.do.lift')}</Button>}
                {can?.identify && <Button onClick={() => setAnswer('identify')}>{t('requests.do.identify')}</Button>}
                {can?.complete &&
                  (erases ? (
                    <Button color="red" onClick={() => setErasing(true)}>
                      {t('requests.erase.open')}
                    </Button>
                  ) : (
                    <Button onClick={() => setAnswer('complete')}>{t('requests.do.complete')}</Button>
                  ))}
              </Group>
            ),
          }
        }
        alerts={
          request?.alsoKnownAs?.length ? (
            <TodoList
              label={t('requests.also')}
              items={[
                {
                  key: 'also',
                  tone: 'yellow',
                  icon: IconUsers,
                  title: t('requests.also'),
                  text: request.alsoKnownAs.map(({ name, reference }) => `${name} (${reference})`).join(', '),
                },
              ]}
            />
          ) : undefined
        }
      >
        {request && (
          <>
            <Section title={t('requests.asked')}>
              <Facts
                columns={3}
                items={[
                  [t('requests.person'), request.person],
                  [t('requests.contact'), request.contact ?? nothing],
                  [t('requests.origin'), t(`requests.origins.${request.origin}`)],
                  [t('requests.receivedOn'), date(request.receivedOn)],
                  [t('requests.by'), by(request.createdAt, request.createdBy)],
                  [t('requests.details'), request.details ?? nothing],
                ]}
              />
            </Section>
            {(request.right === 'ACCESS' || request.right === 'PORTABILITY') && (
              <RequestCopy request={request} refetch={refetch} />
            )}
            <Section title={t('requests.evidence')}>
              <Facts
                columns={3}
                items={[
                  [t('requests.proof'), request.identityProof ? t(`requests.proofs.${request.identityProof}`) : nothing],
                  [t('requests.identified'), by(request.identifiedAt, request.identifiedBy)],
                  [t('requests.note'), request.identityNote ?? nothing],
                  [t('requests.extendedOn'), request.extendedOn ? date(request.extendedOn) : nothing],
                  [t('requests.extensionReason'), request.extensionReason ?? nothing],
                  [t('requests.closed'), by(request.closedAt, request.closedBy)],
                  [t('requests.answer'), request.answer ?? nothing],
                  ...(request.objected
                    ? ([[t('requests.objected'), request.objected.map((one) => t(`consent:purpose.${one}`)).join(', ')]] as [
                        string,
                        string,
                      ][])
                    : []),
                  ...(request.right === 'RESTRICTION' && request.status === 'COMPLETED'
                    ? ([
                        [t('requests.lifted'), by(request.liftedAt, request.liftedBy)],
                        [t('requests.liftReason'), request.liftReason ?? nothing],
                      ] as [string, string][])
                    : []),
                ]}
              />
            </Section>
          </>
        )}
      </DetailScreen>
      {answer && (
        <RequestAnswer id={id} answer={answer} objects={request?.right === 'OBJECTION'} close={() => setAnswer(undefined)} />
      )}
      {erasing && request?.customer && (
        <EraseDialog customerId={request.customer.id} requestId={id} close={() => setErasing(false)} />
      )}
    </>
  );
}
