import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddressSection } from '../../shared/customer/address-section';
import { ContactSection } from '../../shared/customer/contact-section';
import { CustomFieldSection } from '../../shared/customer/custom-field-section';
import { CustomerMap } from '../../shared/customer/customer-map';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date, phoneText, siret } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { VehicleSection } from '../../shared/vehicle/vehicle-section';
import { WorkOrderSection } from '../../shared/vehicle/work-order-section';
import css from './customer.module.css';

const RevendeurCustomerProfile = graphql(`
  query RevendeurCustomerProfile($id: ID!) {
    customer(id: $id) {
      id reference kind name siret vatNumber email phone website createdAt updatedAt
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
export function CustomerProfile({ id, edit }: { id: string; edit: () => void }) {
  const { t } = useTranslation(['portal', 'customer']);
  const { data, error, refetch } = useQuery(RevendeurCustomerProfile, { variables: { id } });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={5} columns={2} />;
  const none = '—';
  const link = (href: string, text: string) => (
    <a className={css.link} href={href}>
      {text}
    </a>
  );
  const legal: [string, string][] =
    customer.kind === 'COMPANY'
      ? [
          [t('customer:field.siret'), customer.siret ? siret(customer.siret) : none],
          [t('customer:field.vatNumber'), customer.vatNumber ?? none],
        ]
      : [];
  return (
    <div className={css.stack}>
      <Section
        title={t('customer.identity')}
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
            ...legal,
            [t('customer:field.email'), customer.email ? link(`mailto:${customer.email}`, customer.email) : none],
            [t('customer:field.phone'), customer.phone ? link(`tel:${customer.phone}`, phoneText(customer.phone)) : none],
            [
              t('customer:field.website'),
              customer.website ? link(customer.website, customer.website.replace(/^https?:\/\//, '')) : none,
            ],
            [t('customer:field.manager'), customer.manager?.name ?? none],
            [t('customer.since'), date(customer.createdAt)],
          ]}
        />
      </Section>
      <CustomFieldSection customer={customer} />
      <div className={css.grid}>
        <ContactSection customer={customer} changed={() => void refetch()} />
        <AddressSection customer={customer} changed={() => void refetch()} />
      </div>
      <VehicleSection customer={customer} changed={() => void refetch()} />
      <WorkOrderSection customer={customer} changed={() => void refetch()} />
      <CustomerMap customer={customer} />
    </div>
  );
}
