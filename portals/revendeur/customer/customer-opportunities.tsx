import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { StageStatus } from '../../shared/opportunity/stage-status';
import { Figure } from '../../shared/ui/cell';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { dateShort, moneyRound } from '../../shared/ui/format';
import { isPast } from '../../shared/ui/paris';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer.module.css';
import { Rows } from './rows';

const RevendeurCustomerOpportunities = graphql(`
  query RevendeurCustomerOpportunities($id: ID!) {
    customer(id: $id) {
      id
      opportunities(first: 100) {
        totalCount
        nodes { id title amountCents currency expectedCloseOn closedAt stage { id ...StageStatus_stage } }
      }
    }
  }
`);

/** What they may buy, and what became of what they might have bought. */
export function CustomerOpportunities({ id, create }: { id: string; create: () => void }) {
  const { t } = useTranslation(['portal', 'opportunity']);
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(RevendeurCustomerOpportunities, { variables: { id } });
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={3} columns={2} />;
  const deals = data.customer?.opportunities;
  if (!deals?.nodes.length)
    return (
      <Empty
        icon={IconTargetArrow}
        title={t('customer.noDeal')}
        action={
          permissions.includes('opportunity.create') && (
            <Button variant="default" onClick={create}>
              {t('opportunity:new')}
            </Button>
          )
        }
      >
        {t('customer.noDealText')}
      </Empty>
    );
  const open = deals.nodes.filter(({ closedAt }) => !closedAt);
  return (
    <Section
      flush
      title={t('customer.tab.opportunities')}
      count={deals.totalCount}
      action={
        <span className={css.aside}>
          {t('customer.openSum', { amount: moneyRound(open.reduce((sum, deal) => sum + deal.amountCents, 0)) })}
        </span>
      }
    >
      <Rows
        rows={deals.nodes.map(({ id: dealId, title, amountCents, currency, expectedCloseOn, closedAt, stage }) => ({
          id: dealId,
          href: `/opportunities/${dealId}`,
          title,
          sub:
            expectedCloseOn && !closedAt ? (
              <Figure tone={isPast(expectedCloseOn) ? 'danger' : 'quiet'}>
                {t(isPast(expectedCloseOn) ? 'opportunity:card.late' : 'opportunity:card.closes', {
                  date: dateShort(expectedCloseOn),
                })}
              </Figure>
            ) : closedAt ? (
              t('customer.closedOn', { date: dateShort(closedAt) })
            ) : undefined,
          status: <StageStatus quiet stage={stage} />,
          amount: moneyRound(amountCents, currency),
        }))}
      />
    </Section>
  );
}
