import { useQuery, useSubscription } from '@apollo/client/react';
import { IconArrowRight, IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { date, dateTime, moneyRound, percent } from '../../shared/ui/format';
import { Kpi, KpiStrip } from '../../shared/ui/kpi';
import { Facts, Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';
import { Person } from '../../shared/ui/who';
import { OpportunityStage } from './opportunity-stage';

const AdminOpportunity = graphql(`
  query AdminOpportunity($id: ID!) {
    opportunity(id: $id) {
      id title prospectName contactName amountCents currency expectedCloseOn lostReason closedAt stageSince createdAt
      stage { id name kind probability }
      customer { id name }
      owner { id name }
      history { id toAmountCents fromAmountCents currency at from { id name } to { id name } author { id name } }
      notes { id body createdAt author { id name } }
    }
  }
`);
const AdminOpportunityChanged = graphql(`
  subscription AdminOpportunityChanged($id: ID!) { opportunityChanged(id: $id) { id updatedAt } }
`);

/** One opportunity of a reseller, to read: they lead it in their own portal. */
export function Opportunity() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminOpportunity, { variables: { id } });
  useSubscription(AdminOpportunityChanged, { variables: { id }, onData: () => void refetch() });
  const deal = data?.opportunity ?? undefined;
  const happenings =
    deal &&
    [
      ...deal.history.map(({ id: key, at, from, to, author, fromAmountCents, toAmountCents, currency }) => ({
        id: key,
        at,
        icon: IconArrowRight,
        title: from ? t('opportunities.moved', { stage: to.name }) : t('opportunities.begun', { stage: to.name }),
        detail:
          fromAmountCents != null && fromAmountCents !== toAmountCents
            ? `${moneyRound(fromAmountCents, currency)} → ${moneyRound(toAmountCents, currency)}`
            : undefined,
        who: author?.name,
      })),
      ...deal.notes.map(({ id: key, body, createdAt, author }) => ({
        id: key,
        at: createdAt,
        icon: IconNote,
        title: t('opportunities.note'),
        detail: body,
        who: author?.name,
      })),
    ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <DetailScreen
      crumbs={[[t('nav.opportunities'), '/opportunities'], [deal?.title ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.opportunity === null}
      header={
        deal && {
          title: deal.title,
          badges: <OpportunityStage stage={deal.stage} />,
          meta: (
            <>
              {deal.customer ? (
                <Link to={`/customers/${deal.customer.id}`}>{deal.customer.name}</Link>
              ) : (
                <span>{deal.prospectName}</span>
              )}
              {deal.owner && <Person name={deal.owner.name} size={20} />}
            </>
          ),
        }
      }
      kpis={
        deal && (
          <KpiStrip columns={3}>
            <Kpi
              label={t('opportunities.amount')}
              value={moneyRound(deal.amountCents, deal.currency)}
              note={t('opportunities.beforeTax')}
            />
            <Kpi label={t('opportunities.probability')} value={percent(deal.stage.probability / 100)} note={deal.stage.name} />
            <Kpi
              label={deal.closedAt ? t('opportunities.closedOn') : t('opportunities.expected')}
              value={deal.closedAt ? date(deal.closedAt) : deal.expectedCloseOn ? date(deal.expectedCloseOn) : '—'}
            />
          </KpiStrip>
        )
      }
      rail={
        deal && (
          <Section plain title={t('opportunities.facts')}>
            <Facts
              items={[
                [t('opportunities.contact'), deal.contactName ?? '—'],
                [t('opportunities.since'), dateTime(deal.stageSince)],
                [t('opportunities.created'), dateTime(deal.createdAt)],
                ...(deal.lostReason ? [[t('opportunities.lostReason'), deal.lostReason] as [string, string]] : []),
              ]}
            />
          </Section>
        )
      }
    >
      {happenings && (
        <Section title={t('opportunities.history')} count={happenings.length}>
          <Timeline items={happenings} />
        </Section>
      )}
    </DetailScreen>
  );
}
