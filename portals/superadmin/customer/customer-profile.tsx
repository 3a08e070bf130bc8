import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { AddressSection } from '../../shared/customer/address-section';
import { ContactSection } from '../../shared/customer/contact-section';
import { CustomFieldSection } from '../../shared/customer/custom-field-section';
import { CustomerMap } from '../../shared/customer/customer-map';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSliced } from '../../shared/graphql/use-sliced';
import { Failure } from '../../shared/ui/failure';
import { date, phoneText, siret } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { VehicleSection } from '../../shared/vehicle/vehicle-section';
import { WorkOrderSection } from '../../shared/vehicle/work-order-section';
import css from './customer-tabs.module.css';

const CustomerAccess = panel(() => import('../membership/customer-access'), 'customer', 'invitations', 'memberships', 'users');

const CustomerProfile = graphql(`
  query CustomerProfile($id: ID!) {
    customer(id: $id) {
      id reference kind name siret vatNumber email phone website tags createdAt updatedAt
      reseller { id name }
      manager { id name }
      viewerCan { update }
      ...CustomFieldSection_customer
      ...ContactSection_customer
      ...AddressSection_customer
      ...CustomerMap_customer
      ...VehicleSection_customer
      ...WorkOrderSection_customer
    }
  }
`);

/** Who they are: identity, people, places. */
export function CustomerProfileTab({ id, edit }: { id: string; edit: () => void }) {
  const { t } = useTranslation(['portal', 'customer']);
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(CustomerProfile, { variables: { id } });
  const customer = useSliced(data)?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={5} columns={2} />;
  const none = t('customer.profile.none');
  const company = customer.kind === 'COMPANY';
  return (
    <div className={css.stack}>
      <Section
        title={t('customer.profile.identity')}
        action={
          customer.viewerCan.update && (
            <Button size="xs" variant="subtle" color="gray" onClick={edit}>
              {t('customer.edit')}
            </Button>
          )
        }
      >
        <Facts
          columns={3}
          items={[
            [t('customer:field.name'), customer.name],
            [t('customers.reference'), customer.reference],
            [t('customer:field.kind'), t(`customer:kind.${customer.kind}`)],
            ...(company
              ? ([
                  [t('customer:field.siret'), customer.siret ? siret(customer.siret) : none],
                  [t('customer.profile.siren'), customer.siret ? siret(customer.siret).slice(0, 11) : none],
                  [t('customer:field.vatNumber'), customer.vatNumber ?? none],
                ] as [string, string][])
              : []),
            [
              t('customer:field.email'),
              customer.email ? (
                <a key="email" className={css.link} href={`mailto:${customer.email}`}>
                  {customer.email}
                </a>
              ) : (
                none
              ),
            ],
            [
              t('customer:field.phone'),
              customer.phone ? (
                <a key="phone" className={css.link} href={`tel:${customer.phone}`}>
                  {phoneText(customer.phone)}
                </a>
              ) : (
                none
              ),
            ],
            [
              t('customer:field.website'),
              customer.website ? (
                <a key="website" className={css.link} href={customer.website} target="_blank" rel="noreferrer">
                  {customer.website.replace(/^https?:\/\//, '')}
                </a>
              ) : (
                none
              ),
            ],
            [t('customer:field.manager'), customer.manager?.name ?? t('customer.profile.nobody')],
            [t('customer:field.reseller'), customer.reseller?.name ?? t('customer.profile.direct')],
            [t('customer.profile.since'), date(customer.createdAt)],
            [t('customer:field.tags'), customer.tags?.length ? customer.tags.map((tag) => `#${tag}`).join(' ') : none],
            [t('customer.profile.changed'), date(customer.updatedAt)],
          ]}
        />
      </Section>
      <CustomFieldSection
        customer={customer}
        edit={customer.viewerCan.update && permissions.includes('customField.fill') ? edit : undefined}
      />
      <div className={css.grid}>
        <ContactSection customer={customer} changed={() => void refetch()} />
        <AddressSection customer={customer} changed={() => void refetch()} />
      </div>
      <VehicleSection customer={customer} changed={() => void refetch()} />
      <WorkOrderSection customer={customer} changed={() => void refetch()} />
      <CustomerMap customer={customer} />
      {permissions.includes('membership.read') && (
        <Suspense fallback={<RowsSkeleton rows={2} columns={1} />}>
          <CustomerAccess id={id} />
        </Suspense>
      )}
    </div>
  );
}
