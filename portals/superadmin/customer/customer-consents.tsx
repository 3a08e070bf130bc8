import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../shared/auth/session';
import { ConsentHistory } from '../../shared/consent/consent-history';
import { ConsentMatrix } from '../../shared/consent/consent-matrix';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { ContactAnswers } from './contact-answers';
import { ContactRefusals } from './contact-refusals';
import { RightsOfCustomer } from './customer-rights';
import css from './customer-tabs.module.css';

const CustomerConsents = graphql(`
  query CustomerConsents($id: ID!, $holds: Boolean!) {
    customer(id: $id) {
      id
      consents { id ...ConsentCell_consent ...ConsentEvents_consent }
      viewerCan { recordConsent }
      ...ContactRefusals_customer
      ...CustomerRights_customer
    }
    contactAnswers(customerId: $id, at: null) { purpose channel allowed reason }
  }
`);

/** What they agree to, by purpose and channel, and how we know. */
export function CustomerConsentsTab({ id }: { id: string }) {
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(CustomerConsents, {
    variables: { id, holds: permissions.includes('legalHold.manage') },
  });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={4} columns={4} />;
  const consents = customer.consents ?? [];
  return (
    <div className={css.stack}>
      <ConsentMatrix
        customerId={id}
        consents={consents}
        ours
        editable={customer.viewerCan.recordConsent}
        readAgain={['CustomerConsents', 'Customer360']}
      />
      <ContactAnswers id={id} />
      <ContactRefusals customer={customer} />
      <ConsentHistory consents={consents} />
      <RightsOfCustomer customer={customer} />
    </div>
  );
}
