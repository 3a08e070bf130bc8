import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { CustomerMark } from '../../shared/customer/customer-mark';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './membership.module.css';
import { MembershipMenu } from './membership-menu';
import { PartChips } from './part-chips';

const MembershipAdd = lazy(() => import('./membership-add'));

const AdminUserAccess = graphql(`
  query AdminUserAccess($id: ID!) {
    user(id: $id) {
      id
      memberships {
        id finance documents projects tickets createdAt
        customer { id name kind reference }
        ...MembershipMenu_membership
      }
    }
  }
`);

/** The customers for which somebody enters the client portal. */
export function UserAccess({ id }: { id: string }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(AdminUserAccess, { variables: { id } });
  const [adding, add] = useState(false);
  const memberships = data?.user?.memberships ?? [];
  return (
    <Section
      title={t('memberships.customers')}
      count={data ? memberships.length : undefined}
      action={
        permissions.includes('membership.change') && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('memberships.newCustomer')} onClick={() => add(true)}>
            {t('memberships.add')}
          </Button>
        )
      }
    >
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={1} columns={1} />}
      {data && !memberships.length && <p className={css.nothing}>{t('memberships.noCustomer')}</p>}
      <ul className={css.rows}>
        {memberships.map((membership) => (
          <li key={membership.id}>
            <CustomerMark name={membership.customer.name} kind={membership.customer.kind} size={32} />
            <div className={css.main}>
              <Link to={`/customers/${membership.customer.id}`}>{membership.customer.name}</Link>
              <p className={css.sub}>
                {membership.customer.reference} · {t('memberships.since', { date: date(membership.createdAt) })}
              </p>
            </div>
            <PartChips value={membership} />
            <MembershipMenu membership={membership} />
          </li>
        ))}
      </ul>
      <Suspense>{adding && <MembershipAdd userId={id} close={() => add(false)} />}</Suspense>
    </Section>
  );
}
