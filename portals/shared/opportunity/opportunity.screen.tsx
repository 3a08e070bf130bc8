import { useQuery } from '@apollo/client/react';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../frame/detail-screen';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { CompanyMark } from '../ui/who';
import { OpportunityActions } from './opportunity-actions';
import { OpportunityFacts, OpportunityWhose } from './opportunity-facts';
import { OpportunityHistory } from './opportunity-history';
import { OpportunityNotes } from './opportunity-notes';
import { OpportunitySteps } from './opportunity-steps';
import { StageStatus } from './stage-status';
import { useChangeStage } from './use-change-stage';
import { useOpportunityLive } from './use-opportunity-live';

const OpportunityForm = lazy(() => import('./opportunity-form'));

const OpportunityPage = graphql(`
  query OpportunityPage($id: ID!) {
    opportunity(id: $id) {
      id title prospectName contactName amountCents currency expectedCloseOn version
      customer { id name }
      stage { id ...StageStatus_stage }
      ...OpportunityFacts_opportunity
      ...OpportunityWhose_opportunity
      ...OpportunityActions_opportunity
      ...OpportunitySteps_opportunity
      ...OpportunityNotes_opportunity
      ...OpportunityHistory_opportunity
    }
    pipeline { id name kind }
  }
`);

/** One deal: how far it is, what was written about it, and all that happened to it. */
export function Opportunity() {
  const { t } = useTranslation('opportunity');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(OpportunityPage, { variables: { id } });
  const [editing, form] = useDisclosure(false);
  const { change, dialog } = useChangeStage();
  useOpportunityLive('OpportunityPage', id);
  const deal = data?.opportunity;
  const stages = data?.pipeline ?? [];
  const whose = deal?.customer?.name ?? deal?.prospectName ?? '';
  return (
    <>
      <DetailScreen
        crumbs={[[t('board.title'), '/pipeline'], [deal?.title ?? '…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch()}
        missing={data?.opportunity === null}
        header={
          deal
            ? {
                mark: whose && <CompanyMark name={whose} size={44} />,
                title: deal.title,
                badges: <StageStatus stage={deal.stage} />,
                meta: <OpportunityWhose opportunity={deal} />,
                actions: (
                  <OpportunityActions
                    opportunity={deal}
                    stages={stages}
                    move={(to) => void change({ ...deal, stageId: deal.stage.id }, to)}
                    edit={form.open}
                  />
                ),
              }
            : undefined
        }
        kpis={deal && <OpportunityFacts opportunity={deal} />}
        steps={deal && <OpportunitySteps opportunity={deal} stages={stages} />}
      >
        {deal && (
          <>
            <OpportunityNotes opportunity={deal} />
            <OpportunityHistory opportunity={deal} />
          </>
        )}
      </DetailScreen>
      {dialog}
      {editing && deal && (
        <Suspense>
          <OpportunityForm
            opportunity={{
              id: deal.id,
              version: deal.version,
              title: deal.title,
              whose: deal.customer ? 'customer' : 'prospect',
              customerId: deal.customer?.id ?? null,
              prospectName: deal.prospectName ?? '',
              contactName: deal.contactName ?? '',
              amountCents: deal.amountCents,
              expectedCloseOn: deal.expectedCloseOn ?? '',
              stageId: deal.stage.id,
            }}
            close={form.close}
            reread={() => void refetch()}
          />
        </Suspense>
      )}
    </>
  );
}
