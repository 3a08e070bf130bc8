import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { IconDownload, IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { DataSubjectRight } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { date } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Timeline } from '../../shared/ui/timeline';
import css from './account.module.css';

const ClientRequests = graphql(`
  query ClientRequests {
    dataSubjectRequests(first: 50, sort: RECEIVED_ON) {
      nodes { id reference right status receivedOn dueOn answer extensionReason customer { id name } archives { id expiresAt downloadUrl } viewerCan { withdraw } }
    }
  }
`);
const ClientCreateRequest = graphql(`
  mutation ClientCreateRequest($input: CreateDataSubjectRequestInput!) {
    createDataSubjectRequest(input: $input) { requests { id dueOn } userErrors { path code message } }
  }
`);
const ClientWithdrawRequest = graphql(`
  mutation ClientWithdrawRequest($input: WithdrawDataSubjectRequestInput!) {
    withdrawDataSubjectRequest(input: $input) { request { id status viewerCan { withdraw } } userErrors { path code message } }
  }
`);

const rights: DataSubjectRight[] = [
  'ACCESS',
  'RECTIFICATION',
  'ERASURE',
  'RESTRICTION',
  'OBJECTION',
  'PORTABILITY',
  'POST_MORTEM',
];

/** What somebody asks of us about data on them, and what became of it. */
export function Rights({ companies }: { companies: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ClientRequests, { fetchPolicy: 'cache-and-network' });
  const create = useSubmit(ClientCreateRequest, { fields: ['right', 'details'] });
  const withdraw = useSubmit(ClientWithdrawRequest);
  const [right, setRight] = useState<DataSubjectRight>('ACCESS');
  const [details, setDetails] = useState('');
  const requests = data?.dataSubjectRequests.nodes;
  const send = async () => {
    const input = { customerIds: companies.map(({ id }) => id), right, details };
    const payload = await create.submit({ input }, { refetchQueries: ['ClientRequests'] });
    if (!payload) return;
    setDetails('');
    done(t('rights.sent', { date: date(payload.requests?.[0]?.dueOn ?? '') }));
  };
  return (
    <Stack gap="md">
      <Section title={t('rights.ask')}>
        <p className={css.intro}>{t('rights.intro')}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack gap="sm">
            <Select
              label={t('rights.right')}
              description={t(`rights.means.${right}`)}
              data={rights.map((value) => ({ value, label: t(`rights.rights.${value}`) }))}
              value={right}
              onChange={(value) => value && setRight(value)}
              error={create.errorsByPath.right}
              allowDeselect={false}
            />
            <Textarea
              label={t('rights.details')}
              autosize
              minRows={2}
              value={details}
              onChange={(event) => setDetails(event.currentTarget.value)}
              error={create.errorsByPath.details}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={create.pending}>
                {t('rights.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <Section title={t('rights.mine')} count={requests?.length}>
        {error && !requests && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
        {!requests && !error && <RowsSkeleton rows={2} columns={1} />}
        {requests?.length === 0 && (
          <Empty icon={IconUserShield} title={t('rights.none')}>
            {t('rights.noneText')}
          </Empty>
        )}
        {requests && requests.length > 0 && (
          <Timeline
            items={requests.map((request) => ({
              id: request.id,
              at: request.receivedOn,
              icon: IconUserShield,
              title: t('rights.line', {
                right: t(`rights.rights.${request.right}`),
                status: t(`rights.statuses.${request.status}`),
              }),
              detail: (
                <>
                  {request.answer ?? request.extensionReason}
                  {request.archives.map(
                    ({ id, downloadUrl, expiresAt }) =>
                      downloadUrl && (
                        <Group key={id} gap="sm" my={6}>
                          <Button
                            component="a"
                            href={downloadUrl}
                            size="compact-sm"
                            variant="default"
                            leftSection={<IconDownload size={14} stroke={2} />}
                          >
                            {t('rights.copy')}
                          </Button>
                          {expiresAt && t('rights.copyUntil', { date: date(expiresAt) })}
                        </Group>
                      ),
                  )}
                  {request.viewerCan.withdraw && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="gray"
                      loading={withdraw.pending}
                      onClick={() => void withdraw.submit({ input: { id: request.id } })}
                    >
                      {t('rights.withdraw')}
                    </Button>
                  )}
                </>
              ),
              who: [request.reference, request.customer?.name, t('rights.due', { date: date(request.dueOn) })]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}
