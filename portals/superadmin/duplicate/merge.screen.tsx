import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { IconArrowMerge, IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './merge.module.css';
import { type Choices, MergeFields } from './merge-fields';

const AdminMergePreview = graphql(`
  query AdminMergePreview($survivorId: ID!, $otherId: ID!) {
    customerMergePreview(survivorId: $survivorId, otherId: $otherId) {
      survivor { id name reference version }
      other { id name reference version }
      fields { field ...MergeFields_field }
      moves { kind label count }
      consents { purpose channel survivor other result }
    }
  }
`);

const AdminMergeCustomers = graphql(`
  mutation AdminMergeCustomers($input: MergeCustomersInput!) {
    mergeCustomers(input: $input) { customer { id name } merge { id } userErrors { path code message } }
  }
`);

/** Before two records become one: which value stays, what moves, what holds of their consents. */
export function MergeScreen() {
  const { t } = useTranslation(['portal', 'consent']);
  const navigate = useNavigate();
  const { get, set } = useUrlState();
  const [choices, setChoices] = useState<Choices>({});
  const ids = { survivorId: get('survivor') ?? '', otherId: get('other') ?? '' };
  const { data, error, refetch } = useQuery(AdminMergePreview, { variables: ids, fetchPolicy: 'cache-and-network' });
  const preview = data?.customerMergePreview;
  const { submit, pending, errorsByPath, refused, reset } = useSubmit(AdminMergeCustomers, {
    fields: preview?.fields.map(({ field }) => `choices.${field}`) ?? [],
    says: ['CONFLICT'],
  });
  const crumbs = <Crumbs items={[[t('duplicates.title'), '/duplicates'], [t('duplicates.merge')]]} />;
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data)
    return (
      <Page>
        {crumbs}
        <RowsSkeleton rows={6} />
      </Page>
    );
  if (!preview)
    return (
      <Page>
        {crumbs}
        <Section title={t('duplicates.merge')}>
          <Empty icon={IconArrowMerge} title={t('duplicates.gone')}>
            {t('duplicates.goneText')}
          </Empty>
        </Section>
      </Page>
    );
  const { survivor, other, fields, moves, consents } = preview;
  const merge = async () => {
    const input = {
      ...ids,
      survivorVersion: survivor.version,
      otherVersion: other.version,
      choices: Object.entries(choices).map(([field, keep]) => ({ field, keep })),
    };
    const payload = await submit({ input }, { refetchQueries: ['AdminDuplicates', 'SuperadminCustomers'] });
    if (!payload?.customer) return;
    done(t('duplicates.merged', { other: other.name, survivor: payload.customer.name }));
    void navigate(`/customers/${payload.customer.id}`);
  };
  return (
    <Page>
      {crumbs}
      <PageHeader
        title={t('duplicates.mergeTitle', { other: other.name, survivor: survivor.name })}
        lead={t('duplicates.mergeLead', { other: other.reference, survivor: survivor.reference })}
        actions={
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={15} />}
              onClick={() => {
                setChoices({});
                set({ survivor: other.id, other: survivor.id });
              }}
            >
              {t('duplicates.swap')}
            </Button>
            <Button leftSection={<IconArrowMerge size={15} />} onClick={() => void merge()} loading={pending}>
              {t('duplicates.merge')}
            </Button>
          </Group>
        }
      />
      {refused && (
        <Alert color="yellow" role="alert">
          {t('duplicates.changed')}{' '}
          <Button size="xs" variant="default" onClick={() => void refetch().then(reset)}>
            {t('duplicates.reread')}
          </Button>
        </Alert>
      )}
      <Section title={t('duplicates.values')}>
        <p>
          {t('duplicates.stays')} <Link to={`/customers/${survivor.id}`}>{`${survivor.reference} ${survivor.name}`}</Link>.{' '}
          {t('duplicates.goes')} <Link to={`/customers/${other.id}`}>{`${other.reference} ${other.name}`}</Link>.
        </p>
        <MergeFields
          fields={fields}
          choices={choices}
          choose={(field, side) => setChoices((before) => ({ ...before, [field]: side }))}
          errors={errorsByPath}
        />
      </Section>
      <Section title={t('duplicates.moves')}>
        {moves.length === 0 ? (
          t('duplicates.nothingMoves')
        ) : (
          <ul className={css.moves}>
            {moves.map(({ kind, label, count }) => (
              <li key={kind}>
                <b>{number(count)}</b> {label}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {consents.length > 0 && (
        <Section title={t('duplicates.consents')}>
          <ul className={css.notes}>
            {consents.map(({ purpose, channel, result }) => (
              <li key={`${purpose} ${channel}`}>
                {t(`consent:event.${result}`, {
                  channel: t(`consent:channel.${channel}`),
                  purpose: t(`consent:purpose.${purpose}`),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
